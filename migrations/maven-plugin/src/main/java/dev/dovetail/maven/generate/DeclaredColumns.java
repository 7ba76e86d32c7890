package dev.dovetail.maven.generate;

import dev.dovetail.core.type.DecimalBinding;
import dev.dovetail.core.type.DecimalTextBinding;
import dev.dovetail.core.type.LocalDateTimeBinding;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.meta.jaxb.ForcedType;

/**
 * The columns whose declaration says more than jOOQ keeps of it.
 *
 * @param decimals those declared {@code numeric(p, s)}, {@code decimal(p, s)} or {@code decimal_text(p, s)}: their
 *     bindings know how many digits they have
 * @param localTimes those declared {@code timestamp without time zone}, which jOOQ takes for any {@code timestamp}
 */
record DeclaredColumns(Map<Declared, List<String>> decimals, List<String> localTimes) {

    private static final Pattern DECIMAL =
            Pattern.compile("(?i)(numeric|decimal|decimal_text)\\s*\\(\\s*(\\d{1,3})\\s*(?:,\\s*(\\d{1,3})\\s*)?\\)");
    private static final Pattern LOCAL_TIME =
            Pattern.compile("(?i)timestamp\\s*(?:\\(\\s*\\d\\s*\\)\\s*)?without\\s+time\\s+zone");
    private static final String COLUMNS = "select t.name, c.name, c.type from pragma_table_list t"
            + " join pragma_table_info(t.name) c where t.schema = 'main' and t.type = 'table'";

    private static final String POSTGRESQL_COLUMNS = "select table_name, column_name, numeric_precision, numeric_scale,"
            + " data_type from information_schema.columns where table_schema = current_schema()"
            + " and (data_type = 'numeric' and numeric_precision is not null"
            + " or data_type = 'timestamp without time zone') order by table_name, ordinal_position";

    record Declared(boolean text, String precision, String scale) {}

    static DeclaredColumns read(Connection connection) throws SQLException {
        Map<Declared, List<String>> decimals = new LinkedHashMap<>();
        List<String> localTimes = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                String column = rows.getString(1) + "." + rows.getString(2);
                if (LOCAL_TIME.matcher(rows.getString(3)).matches()) {
                    localTimes.add(column);
                }
                Matcher decimal = DECIMAL.matcher(rows.getString(3));
                if (decimal.matches()) {
                    Declared declared = new Declared(
                            "decimal_text".equalsIgnoreCase(decimal.group(1)),
                            decimal.group(2),
                            decimal.group(3) == null ? "0" : decimal.group(3));
                    decimals.computeIfAbsent(declared, first -> new ArrayList<>())
                            .add(column);
                }
            }
        }
        return new DeclaredColumns(decimals, localTimes);
    }

    /** What PostgreSQL itself says of its columns. */
    static DeclaredColumns readPostgresql(Connection connection) throws SQLException {
        Map<Declared, List<String>> decimals = new LinkedHashMap<>();
        List<String> localTimes = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(POSTGRESQL_COLUMNS);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                String column = rows.getString(1) + "." + rows.getString(2);
                if (rows.getString(5).equals("numeric")) {
                    decimals.computeIfAbsent(
                                    new Declared(false, rows.getString(3), rows.getString(4)),
                                    first -> new ArrayList<>())
                            .add(column);
                } else {
                    localTimes.add(column);
                }
            }
        }
        return new DeclaredColumns(decimals, localTimes);
    }

    List<ForcedType> forcedTypes(int priority) {
        List<ForcedType> types = new ArrayList<>();
        decimals.forEach((declared, columns) -> types.add(forcedType(declared, columns, priority)));
        if (!localTimes.isEmpty()) {
            types.add(new ForcedType()
                    .withName("LOCALDATETIME")
                    .withUserType(LocalDateTime.class.getName())
                    .withBinding(LocalDateTimeBinding.class.getName())
                    .withIncludeExpression(anyOf(localTimes))
                    .withPriority(priority));
        }
        return types;
    }

    private static ForcedType forcedType(Declared declared, List<String> columns, int priority) {
        Class<?> binding = declared.text() ? DecimalTextBinding.class : DecimalBinding.class;
        String digits = declared.precision() + ", " + declared.scale();
        return new ForcedType()
                .withName("NUMERIC(" + digits + ")")
                .withUserType(BigDecimal.class.getName())
                .withBinding("new " + binding.getName() + "(" + digits + ")")
                .withIncludeExpression(anyOf(columns))
                .withPriority(priority);
    }

    private static String anyOf(List<String> columns) {
        return columns.stream()
                .map(column -> "(?:.*\\.)?" + PortableTypes.exactly(column))
                .collect(Collectors.joining("|"));
    }
}
