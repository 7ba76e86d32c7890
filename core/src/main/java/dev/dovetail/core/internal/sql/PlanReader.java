package dev.dovetail.core.internal.sql;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.statement.ExecutionPlan;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;

/** How each engine is asked for a plan, and reads in its answer. */
final class PlanReader {

    private static final Pattern POSTGRESQL = Pattern.compile("cost=[\\d.]+\\.\\.([\\d.]+) rows=(\\d+)");
    private static final Pattern MYSQL_FAMILY = Pattern.compile("\"(?:query_)?cost\"\\s*:\\s*\"?([\\d.]+)");

    private PlanReader() {}

    /** What stands before the statement; no engine runs the statement for it. */
    static String explain(Engine engine) {
        return switch (engine) {
            case SQLITE -> "explain query plan";
            case POSTGRESQL, H2 -> "explain";
            case MARIADB, MYSQL -> "explain format=json";
        };
    }

    static ExecutionPlan read(Engine engine, Result<Record> answer) {
        String text = engine == Engine.SQLITE
                ? indented(answer)
                : answer.stream().map(row -> String.valueOf(row.get(0))).collect(Collectors.joining("\n"));
        return switch (engine) {
            case POSTGRESQL -> {
                Matcher root = POSTGRESQL.matcher(text);
                yield root.find()
                        ? new ExecutionPlan(engine, text, Double.valueOf(root.group(1)), Long.valueOf(root.group(2)))
                        : new ExecutionPlan(engine, text, null, null);
            }
            case MARIADB, MYSQL -> new ExecutionPlan(engine, text, cost(text), null);
            case SQLITE, H2 -> new ExecutionPlan(engine, text, null, null);
        };
    }

    private static @Nullable Double cost(String json) {
        Matcher first = MYSQL_FAMILY.matcher(json);
        return first.find() ? Double.valueOf(first.group(1)) : null;
    }

    /** SQLite gives a tree as rows of id, parent and text. */
    private static String indented(Result<Record> answer) {
        Map<Integer, Integer> depths = new HashMap<>();
        StringBuilder text = new StringBuilder();
        for (Record row : answer) {
            Integer parent = Objects.requireNonNullElse(row.get(1, Integer.class), 0);
            int depth = depths.getOrDefault(parent, -1) + 1;
            depths.put(Objects.requireNonNullElse(row.get(0, Integer.class), 0), depth);
            text.append(text.isEmpty() ? "" : "\n").append("  ".repeat(depth)).append(row.get(3, String.class));
        }
        // An insert of values searches nothing.
        return text.isEmpty() ? "(nothing to search)" : text.toString();
    }
}
