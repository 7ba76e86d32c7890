package dev.dovetail.maven.generate;

import dev.dovetail.core.type.InstantBinding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.meta.jaxb.ForcedType;

/** Which Java types columns get, by the type names in the scripts for SQLite: the same as on PostgreSQL. */
final class PortableTypes {

    /** Below what a project asks for: jOOQ orders rules by priority, 0 unless given. */
    private static final int LOW = -1000;

    private PortableTypes() {}

    /**
     * The rules, first match wins.
     *
     * @param rowIdColumns columns, as {@code table.column}, that are 64 bits wide although they are declared INTEGER
     */
    static List<ForcedType> forcedTypes(Collection<String> rowIdColumns) {
        List<ForcedType> types = new ArrayList<>();
        if (!rowIdColumns.isEmpty()) {
            types.add(new ForcedType()
                    .withName("BIGINT")
                    .withPriority(LOW + 1)
                    .withIncludeExpression(
                            rowIdColumns.stream().map(PortableTypes::exactly).collect(Collectors.joining("|"))));
        }
        types.add(new ForcedType()
                .withName("OFFSETDATETIME")
                .withUserType(Instant.class.getName())
                .withBinding(InstantBinding.class.getName())
                .withIncludeTypes("timestamp.*|datetime.*")
                .withPriority(LOW));
        types.add(rewrite("UUID", "uuid"));
        types.add(rewrite("JSONB", "jsonb"));
        types.add(rewrite("JSON", "json"));
        types.add(rewrite("BIGINT", "int8|bigserial|serial8"));
        types.add(rewrite("DOUBLE", "double.*|float8"));
        types.add(rewrite("BLOB", "bytea"));
        return types;
    }

    /** A pattern that matches just this name, in jOOQ's kind of patterns, which ignore white space. */
    static String exactly(String qualifiedName) {
        return "\\Q" + qualifiedName + "\\E";
    }

    private static ForcedType rewrite(String name, String types) {
        return new ForcedType().withName(name).withIncludeTypes(types).withPriority(LOW);
    }
}
