package dev.dovetail.maven.generate;

import dev.dovetail.core.type.DoubleBinding;
import dev.dovetail.core.type.DurationConverter;
import dev.dovetail.core.type.FloatBinding;
import dev.dovetail.core.type.InstantBinding;
import dev.dovetail.core.type.JsonBinding;
import dev.dovetail.core.type.JsonbBinding;
import dev.dovetail.core.type.LocalDateBinding;
import dev.dovetail.core.type.LocalTimeBinding;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.JSON;
import org.jooq.JSONB;
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
     * @param declared those whose whole declaration counts
     */
    static List<ForcedType> forcedTypes(Collection<String> rowIdColumns, DeclaredColumns declared) {
        List<ForcedType> types = new ArrayList<>();
        if (!rowIdColumns.isEmpty()) {
            types.add(new ForcedType()
                    .withName("BIGINT")
                    .withPriority(LOW + 1)
                    .withIncludeExpression(
                            rowIdColumns.stream().map(PortableTypes::exactly).collect(Collectors.joining("|"))));
        }
        types.addAll(declared.forcedTypes(LOW + 1));
        types.add(bound("OFFSETDATETIME", Instant.class, InstantBinding.class, "timestamp.*|datetime.*"));
        types.addAll(common());
        types.add(rewrite("BIGINT", "duration")
                .withUserType(Duration.class.getName())
                .withConverter(DurationConverter.class.getName()));
        types.add(rewrite("UUID", "uuid"));
        types.add(rewrite("BIGINT", "int8|bigserial|serial8"));
        types.add(rewrite("BLOB", "bytea"));
        return types;
    }

    /** The rules for the type names of PostgreSQL: the same Java types, and the same bindings. */
    static List<ForcedType> forcedTypesOnPostgresql(DeclaredColumns declared) {
        List<ForcedType> types = new ArrayList<>(declared.forcedTypes(LOW + 1));
        types.add(bound(
                "OFFSETDATETIME",
                Instant.class,
                InstantBinding.class,
                "timestamp.*with\\s+time\\s+zone|timestamptz.*"));
        types.addAll(common());
        return types;
    }

    private static List<ForcedType> common() {
        List<ForcedType> types = new ArrayList<>();
        types.add(bound("LOCALDATE", LocalDate.class, LocalDateBinding.class, "date"));
        types.add(bound(
                "LOCALTIME",
                LocalTime.class,
                LocalTimeBinding.class,
                "time|time\\(.*|time\\s+without\\s+time\\s+zone"));
        types.add(bound("JSONB", JSONB.class, JsonbBinding.class, "jsonb"));
        types.add(bound("JSON", JSON.class, JsonBinding.class, "json"));
        types.add(bound("DOUBLE", Double.class, DoubleBinding.class, "double.*|float8"));
        types.add(bound("REAL", Float.class, FloatBinding.class, "real|float4"));
        return types;
    }

    /** A pattern that matches just this name, in jOOQ's kind of patterns, which ignore white space. */
    static String exactly(String qualifiedName) {
        return "\\Q" + qualifiedName + "\\E";
    }

    private static ForcedType bound(String name, Class<?> type, Class<?> binding, String types) {
        return rewrite(name, types).withUserType(type.getName()).withBinding(binding.getName());
    }

    private static ForcedType rewrite(String name, String types) {
        return new ForcedType().withName(name).withIncludeTypes(types).withPriority(LOW);
    }
}
