package dev.dovetail.maven.generate;

import dev.dovetail.core.type.DecimalBinding;
import dev.dovetail.core.type.DecimalTextBinding;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.meta.jaxb.ForcedType;

/**
 * The columns that are declared {@code numeric(p, s)}, {@code decimal(p, s)} or {@code decimal_text(p, s)}, by what they
 * are declared: their bindings know how many digits they have.
 */
record DecimalColumns(Map<Declared, List<String>> columns) {

    private static final Pattern DECIMAL =
            Pattern.compile("(?i)(numeric|decimal|decimal_text)\\s*\\(\\s*(\\d{1,3})\\s*(?:,\\s*(\\d{1,3})\\s*)?\\)");
    private static final String COLUMNS = "select t.name, c.name, c.type from pragma_table_list t"
            + " join pragma_table_info(t.name) c where t.schema = 'main' and t.type = 'table'";

    record Declared(boolean text, String precision, String scale) {}

    static DecimalColumns read(Connection connection) throws SQLException {
        Map<Declared, List<String>> columns = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                Matcher decimal = DECIMAL.matcher(rows.getString(3));
                if (decimal.matches()) {
                    Declared declared = new Declared(
                            "decimal_text".equalsIgnoreCase(decimal.group(1)),
                            decimal.group(2),
                            decimal.group(3) == null ? "0" : decimal.group(3));
                    columns.computeIfAbsent(declared, first -> new ArrayList<>())
                            .add(rows.getString(1) + "." + rows.getString(2));
                }
            }
        }
        return new DecimalColumns(columns);
    }

    List<ForcedType> forcedTypes(int priority) {
        return columns.entrySet().stream()
                .map(entry -> forcedType(entry.getKey(), entry.getValue(), priority))
                .toList();
    }

    private static ForcedType forcedType(Declared declared, List<String> columns, int priority) {
        Class<?> binding = declared.text() ? DecimalTextBinding.class : DecimalBinding.class;
        String digits = declared.precision() + ", " + declared.scale();
        return new ForcedType()
                .withName("NUMERIC(" + digits + ")")
                .withUserType(BigDecimal.class.getName())
                .withBinding("new " + binding.getName() + "(" + digits + ")")
                .withIncludeExpression(
                        columns.stream().map(PortableTypes::exactly).collect(Collectors.joining("|")))
                .withPriority(priority);
    }
}
