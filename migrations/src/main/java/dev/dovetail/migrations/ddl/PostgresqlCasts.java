package dev.dovetail.migrations.ddl;

import dev.dovetail.migrations.catalog.Column;
import java.util.List;
import java.util.Set;

/** Knows which types PostgreSQL turns into which by itself when a column is given another type. */
final class PostgresqlCasts {

    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
    private static final Set<String> TEXTS = Set.of("character varying", "character", "text");
    private static final Set<String> MOMENTS =
            Set.of("date", "timestamp without time zone", "timestamp with time zone");
    private static final List<Set<String>> FAMILIES =
            List.of(NUMBERS, TEXTS, MOMENTS, Set.of("json", "jsonb"), Set.of("bit", "bit varying"));

    private PostgresqlCasts() {}

    /** What must stand behind the new type, or nothing. Text is what every type can be turned into and read from. */
    static String using(Column before, Column after, String quotedName) {
        String from = base(before.type());
        String to = base(after.type());
        boolean assigned = from.equals(to)
                || TEXTS.contains(to)
                || FAMILIES.stream().anyMatch(family -> family.contains(from) && family.contains(to));
        return assigned ? "" : " using " + quotedName + "::text::" + after.type();
    }

    private static String base(String type) {
        return type.replaceAll("\\(\\d+(,\\d+)?\\)", "").strip();
    }
}
