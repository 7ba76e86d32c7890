package dev.dovetail.migrations.catalog;

import dev.dovetail.migrations.catalog.Constraint.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the statement that makes a table, as SQLite keeps and maintains it: the only place where names of constraints,
 * checks, AUTOINCREMENT, computed columns and deferrability stand. What is said beside a column and what is said behind
 * all columns becomes the same.
 */
final class SqliteTableParser {

    private static final Set<String> ENDS_TYPE = Set.of(
            "constraint",
            "primary",
            "not",
            "null",
            "unique",
            "check",
            "default",
            "collate",
            "references",
            "generated",
            "as");
    private static final Set<String> BEGINS_CONSTRAINT = Set.of("constraint", "primary", "unique", "check", "foreign");

    private final SqlitePieces in;
    private final TableDraft table;

    private SqliteTableParser(String name, String sql) {
        this.in = new SqlitePieces(SqliteText.pieces(sql));
        this.table = new TableDraft(name);
    }

    static TableDraft parse(String name, String sql) {
        SqliteTableParser parser = new SqliteTableParser(name, sql);
        parser.parse();
        return parser.table;
    }

    private void parse() {
        in.skipTo("(");
        in.take();
        while (!in.isAt(")")) {
            if (BEGINS_CONSTRAINT.contains(in.word())) {
                tableConstraint();
            } else {
                column();
            }
            in.accept(",");
        }
        in.take();
        List<String> options = new ArrayList<>();
        while (!in.atEnd()) {
            options.add(in.take().toLowerCase(Locale.ROOT));
        }
        table.options = String.join(" ", options).replace(" ,", ",");
    }

    private void column() {
        String name = SqliteText.name(in.take());
        String type = type();
        SqliteColumn column = new SqliteColumn(name, type);
        @Nullable String constraint = null;
        while (!in.isAt(",") && !in.isAt(")")) {
            if (in.accept("constraint")) {
                constraint = SqliteText.name(in.take());
                continue;
            }
            columnConstraint(column, constraint);
            constraint = null;
        }
        table.columns.add(column.column());
    }

    private String type() {
        List<String> type = new ArrayList<>();
        while (!in.isAt(",") && !in.isAt(")") && !ENDS_TYPE.contains(in.word())) {
            if (in.isAt("(")) {
                type.add(in.parentheses());
            } else {
                type.add(SqliteText.name(in.take()));
            }
        }
        return String.join(" ", type).replace(" (", "(");
    }

    private void columnConstraint(SqliteColumn column, @Nullable String constraint) {
        List<String> self = List.of(column.name);
        if (in.accept("primary")) {
            in.expect("key");
            String direction = in.accept("desc") ? " desc" : "";
            in.accept("asc");
            String definition = "primary key (" + Names.quote(column.name) + direction + ")" + onConflict();
            if (in.accept("autoincrement")) {
                column.identity = SqliteColumn.AUTOINCREMENT;
            }
            add(Kind.PRIMARY_KEY, constraint, self, definition);
        } else if (in.accept("unique")) {
            add(Kind.UNIQUE, constraint, self, "unique " + Names.list(self) + onConflict());
        } else if (in.accept("check")) {
            add(Kind.CHECK, constraint, List.of(), "check " + in.parentheses() + onConflict());
        } else if (in.accept("references")) {
            references(constraint, self);
        } else if (in.accept("not")) {
            if (in.accept("null")) {
                column.notNull = true;
                onConflict();
            } else {
                // NOT DEFERRABLE behind a reference that has ended says what is so anyway.
                in.take();
            }
        } else if (in.accept("null")) {
            onConflict();
        } else if (in.accept("default")) {
            column.defaultValue = defaultValue();
        } else if (in.accept("collate")) {
            column.collation = SqliteText.name(in.take());
        } else if (in.accept("generated")) {
            in.expect("always");
        } else if (in.accept("as")) {
            String expression = in.parentheses();
            boolean stored = in.accept("stored");
            in.accept("virtual");
            column.generated = new Column.Generated(expression, stored);
        } else {
            // Something that this reader does not know is passed over rather than misunderstood.
            in.take();
        }
    }

    private String defaultValue() {
        if (in.isAt("(")) {
            String text = in.parentheses();
            String inner = text.substring(1, text.length() - 1);
            return inner.matches("-?[0-9.]+|'[^']*'|null|true|false") ? inner : text;
        }
        String sign = in.isAt("-") || in.isAt("+") ? in.take() : "";
        return (sign.equals("-") ? "-" : "") + SqliteText.join(List.of(in.take()));
    }

    private void tableConstraint() {
        @Nullable String name = in.accept("constraint") ? SqliteText.name(in.take()) : null;
        if (in.accept("primary")) {
            in.expect("key");
            List<String> columns = new ArrayList<>();
            String list = columnList(columns);
            add(Kind.PRIMARY_KEY, name, columns, "primary key " + list + onConflict());
        } else if (in.accept("unique")) {
            List<String> columns = new ArrayList<>();
            String list = columnList(columns);
            add(Kind.UNIQUE, name, columns, "unique " + list + onConflict());
        } else if (in.accept("check")) {
            add(Kind.CHECK, name, List.of(), "check " + in.parentheses() + onConflict());
        } else {
            in.expect("foreign");
            in.expect("key");
            List<String> columns = new ArrayList<>();
            columnList(columns);
            in.expect("references");
            references(name, columns);
        }
    }

    /** {@code ("a", "b" desc)}, and the bare names into the list; AUTOINCREMENT may stand among them. */
    private String columnList(List<String> columns) {
        List<String> texts = new ArrayList<>();
        in.expect("(");
        while (!in.accept(")")) {
            String column = SqliteText.name(in.take());
            StringBuilder text = new StringBuilder(Names.quote(column));
            while (!in.isAt(",") && !in.isAt(")")) {
                String word = in.take().toLowerCase(Locale.ROOT);
                if (word.equals("autoincrement")) {
                    table.changeColumn(column, SqliteColumn::numbered);
                } else if (!word.equals("asc")) {
                    text.append(' ').append(word);
                }
            }
            in.accept(",");
            columns.add(column);
            texts.add(text.toString());
        }
        return "(" + String.join(", ", texts) + ")";
    }

    private void references(@Nullable String name, List<String> columns) {
        String target = SqliteText.name(in.take());
        List<String> referenced = new ArrayList<>();
        if (in.isAt("(")) {
            columnList(referenced);
        }
        SqliteReference reference = SqliteReference.read(in);
        table.constraints.add(new Constraint(
                Kind.FOREIGN_KEY, name, columns, reference.definition(columns, target, referenced), target));
    }

    private String onConflict() {
        if (in.isAt("on") && in.isNext("conflict")) {
            in.take();
            in.take();
            return " on conflict " + in.take().toLowerCase(Locale.ROOT);
        }
        return "";
    }

    private void add(Kind kind, @Nullable String name, List<String> columns, String definition) {
        table.constraints.add(new Constraint(kind, name, columns, definition, null));
    }
}
