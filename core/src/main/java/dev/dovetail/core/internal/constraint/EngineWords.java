package dev.dovetail.core.internal.constraint;

import dev.dovetail.core.engine.Engine;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** What the message of an engine says about values, which is where a batch does not show them. */
final class EngineWords {

    private static final Pattern KEY = Pattern.compile("\\([^()=]+\\)=\\((.*)\\) ", Pattern.DOTALL);
    private static final Pattern FAILING_ROW = Pattern.compile("\\((.*)\\)\\.?$", Pattern.DOTALL);
    private static final Pattern DUPLICATE = Pattern.compile("Duplicate entry '(.*)' for key", Pattern.DOTALL);
    private static final Pattern PARENT =
            Pattern.compile("REFERENCES (?:[^ (.]+\\.)?[\"`]?([^ (.\"`]+)[\"`]? ?\\(([^)]*)\\)");

    private final Engine engine;
    private final String text;

    private EngineWords(Engine engine, String text) {
        this.engine = engine;
        this.text = text;
    }

    static EngineWords of(Engine engine, SQLException failure) {
        if (engine == Engine.POSTGRESQL) {
            return new EngineWords(engine, PostgresqlDetail.of(failure));
        }
        StringBuilder all = new StringBuilder();
        for (SQLException next = failure; next != null && all.length() < 10_000; next = next.getNextException()) {
            all.append(next.getMessage()).append('\n');
        }
        return new EngineWords(engine, all.toString());
    }

    /** Of a key: {@code Key (a, b)=(1, 2) already exists}. */
    Map<String, String> values(List<String> columns) {
        return switch (engine) {
            case POSTGRESQL -> split(KEY, columns, columns);
            case MARIADB, MYSQL -> columns.size() == 1 ? split(DUPLICATE, columns, columns) : Map.of();
            case SQLITE, H2 -> Map.of();
        };
    }

    /** Of the row that a check refused, where the engine shows it all. */
    Map<String, String> failingRow(List<String> columns, List<String> allColumns) {
        return engine == Engine.POSTGRESQL ? split(FAILING_ROW, allColumns, columns) : Map.of();
    }

    /** The columns of the parent's key, if this is the parent. */
    List<String> parentColumns(@Nullable String parent) {
        Matcher matcher = PARENT.matcher(text);
        if (engine == Engine.POSTGRESQL || !matcher.find() || !matcher.group(1).equalsIgnoreCase(parent)) {
            return List.of();
        }
        return List.of(matcher.group(2)
                .replaceAll("[\"`]", "")
                .toLowerCase(Locale.ROOT)
                .split(",\\s*"));
    }

    /** A value that has a comma in it cannot be told from two. */
    private Map<String, String> split(Pattern pattern, List<String> all, List<String> wanted) {
        Matcher matcher = pattern.matcher(text);
        if (all.isEmpty() || !matcher.find()) {
            return Map.of();
        }
        String[] values = all.size() == 1
                ? new String[] {matcher.group(1)}
                : matcher.group(1).split(", ", -1);
        Map<String, String> byColumn = new LinkedHashMap<>();
        for (int i = 0; values.length == all.size() && i < values.length; i++) {
            if (wanted.contains(all.get(i))) {
                byColumn.put(all.get(i), values[i]);
            }
        }
        return byColumn;
    }

    /** Only loaded where PostgreSQL's driver is. */
    private static final class PostgresqlDetail {

        static String of(SQLException failure) {
            for (SQLException next = failure; next != null; next = next.getNextException()) {
                if (next instanceof PSQLException server
                        && server.getServerErrorMessage() != null
                        && server.getServerErrorMessage().getDetail() != null) {
                    return server.getServerErrorMessage().getDetail();
                }
            }
            return "";
        }
    }
}
