package dev.dovetail.migrations.lint;

import dev.dovetail.migrations.lint.Parsed.AlterTable;
import dev.dovetail.migrations.lint.Parsed.CreateTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What scripts have made so far, as far as rules ask: types of columns, and checks that prove that one is not null. */
final class Knowledge {

    private final Map<String, String> types = new HashMap<>();
    /** By table and constraint: the column that it says is not null. */
    private final Map<String, String> notNull = new HashMap<>();

    private final Set<String> validated = new HashSet<>();

    /** The type of a column as a script declared it, or null. */
    @Nullable
    String type(String table, String column) {
        return types.get(table + "." + column);
    }

    /** Whether a check that holds for all rows says so. */
    boolean isProvenNotNull(String table, String column) {
        return notNull.entrySet().stream()
                .anyMatch(entry -> entry.getKey().startsWith(table + ".")
                        && entry.getValue().equals(column)
                        && validated.contains(entry.getKey()));
    }

    void take(Statement statement) {
        if (statement.parsed() instanceof CreateTable create) {
            create.elements().forEach(element -> column(create.table(), element.copy()));
        } else if (statement.parsed() instanceof AlterTable alter) {
            alter.actions().forEach(action -> action(alter.table(), action.copy()));
        }
    }

    private void action(String table, Words action) {
        if (action.take("VALIDATE", "CONSTRAINT")) {
            validated.add(table + "." + action.name());
        } else if (action.isNext("ADD", "CONSTRAINT")) {
            action.take("ADD", "CONSTRAINT");
            constraint(table, action.name(), action);
        } else if (action.take("ADD")) {
            action.take("COLUMN");
            action.take("IF", "NOT", "EXISTS");
            column(table, action);
        } else if (action.take("ALTER")) {
            action.take("COLUMN");
            String column = action.name();
            if (action.take("TYPE") || action.take("SET", "DATA", "TYPE")) {
                types.put(table + "." + column, type(action));
            }
        } else if (action.take("MODIFY")) {
            action.take("COLUMN");
            column(table, action);
        }
    }

    private void constraint(String table, String name, Words words) {
        if (words.take("CHECK")) {
            Words inside = words.parentheses();
            while (inside.isNext("(")) {
                inside = inside.parentheses();
            }
            String column = inside.name();
            if (inside.take("IS", "NOT", "NULL") && inside.atEnd()) {
                notNull.put(table + "." + name, column);
                if (!words.has("NOT", "VALID")) {
                    validated.add(table + "." + name);
                }
            }
        }
    }

    private void column(String table, Words words) {
        types.put(table + "." + words.name(), type(words));
    }

    /** Words and length, up to what else is said about the column. */
    static String type(Words words) {
        Words copy = words.copy();
        StringBuilder type = new StringBuilder();
        while (!copy.atEnd() && END_OF_TYPE.stream().noneMatch(copy::isNext)) {
            type.append(type.isEmpty() || copy.isNext("(") || copy.isNext(")") ? "" : " ")
                    .append(copy.next());
        }
        return type.toString().replace("( ", "(").replace(" ,", ",").toLowerCase(Locale.ROOT);
    }

    private static final List<String> END_OF_TYPE = List.of(
            "NOT",
            "NULL",
            "DEFAULT",
            "PRIMARY",
            "UNIQUE",
            "CHECK",
            "REFERENCES",
            "CONSTRAINT",
            "COLLATE",
            "GENERATED",
            "USING",
            "AS",
            "AUTO_INCREMENT",
            "AUTOINCREMENT",
            "COMMENT",
            "FIRST",
            "AFTER",
            "ON",
            "IDENTITY");
}
