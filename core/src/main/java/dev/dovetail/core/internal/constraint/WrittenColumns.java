package dev.dovetail.core.internal.constraint;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.internal.text.SqlScanner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which parameter of an insert, update or delete goes into which column, as far as its text says so plainly.
 *
 * @param table that is written, or null if none is
 * @param written the parameters by column in lower case, of each row that the text writes
 * @param compared likewise, of the columns that a condition compares by {@code =}
 */
record WrittenColumns(@Nullable String table, List<Map<String, Integer>> written, Map<String, Integer> compared) {

    static WrittenColumns of(Engine engine, @Nullable String sql) {
        return new Reader(new SqlScanner(engine, sql == null ? "" : sql)).read();
    }

    /** Reads one text. A parameter is known by its place among all of them. */
    private static final class Reader {

        private final SqlScanner scanner;
        private final List<Map<String, Integer>> written = new ArrayList<>();
        private final Map<String, Integer> compared = new LinkedHashMap<>();
        private @Nullable String table;
        private boolean more;
        private boolean alternatives;
        private int parameters;

        Reader(SqlScanner scanner) {
            this.scanner = scanner;
        }

        WrittenColumns read() {
            advance();
            // The queries of a WITH stand in parentheses.
            while (more && !(scanner.depth() == 0 && isVerb())) {
                advance();
            }
            String verb = scanner.keyword();
            if (more) {
                switch (verb) {
                    case "insert", "replace" -> insert();
                    case "update" -> update();
                    case "delete" -> delete();
                    default -> {}
                }
            }
            return new WrittenColumns(table, written, compared);
        }

        private boolean isVerb() {
            return scanner.is("insert") || scanner.is("replace") || scanner.is("update") || scanner.is("delete");
        }

        private void advance() {
            more = scanner.next();
            if (more && scanner.isSign('?')) {
                parameters++;
            }
            alternatives |= more && scanner.is("or");
        }

        private void insert() {
            while (more && !scanner.is("into")) {
                advance();
            }
            advance();
            table();
            if (!more || !scanner.isSign('(')) {
                return;
            }
            List<String> columns = new ArrayList<>();
            advance();
            while (more && scanner.depth() >= 1) {
                if (scanner.isName()) {
                    columns.add(scanner.name().toLowerCase(Locale.ROOT));
                }
                advance();
            }
            while (more && !scanner.is("values") && !scanner.is("select")) {
                advance();
            }
            boolean tuples = more && scanner.is("values");
            advance();
            while (tuples && more && scanner.isSign('(')) {
                tuple(columns);
                advance();
                if (more && scanner.isSign(',')) {
                    advance();
                }
            }
        }

        /** From its opening parenthesis to its closing one. */
        private void tuple(List<String> columns) {
            Map<String, Integer> row = new LinkedHashMap<>();
            int column = 0;
            int before = parameters;
            advance();
            while (more) {
                boolean ends = scanner.depth() == 0;
                if (ends || (scanner.depth() == 1 && scanner.isSign(','))) {
                    // An expression of one parameter, such as a cast, is taken for its value.
                    if (parameters == before + 1 && column < columns.size()) {
                        row.put(columns.get(column), parameters - 1);
                    }
                    column++;
                    before = parameters;
                }
                if (ends) {
                    break;
                }
                advance();
            }
            written.add(row);
        }

        private void update() {
            advance();
            while (more && (scanner.is("or") || scanner.is("only") || isConflictClause())) {
                advance();
            }
            table();
            while (more && !(scanner.depth() == 0 && scanner.is("set"))) {
                advance();
            }
            Map<String, Integer> row = new LinkedHashMap<>();
            advance();
            while (more && !ends()) {
                String column = column();
                int before = parameters;
                while (more && !ends() && !(scanner.depth() == 0 && scanner.isSign(','))) {
                    advance();
                }
                if (parameters == before + 1) {
                    row.put(column, parameters - 1);
                }
                if (more && scanner.isSign(',')) {
                    advance();
                }
            }
            written.add(row);
            where();
        }

        /** SQLite's {@code update or ignore t}. */
        private boolean isConflictClause() {
            return scanner.is("abort")
                    || scanner.is("fail")
                    || scanner.is("ignore")
                    || scanner.is("replace")
                    || scanner.is("rollback");
        }

        private boolean ends() {
            return scanner.depth() == 0 && (scanner.is("where") || scanner.is("from") || scanner.is("returning"));
        }

        private void delete() {
            while (more && !scanner.is("from")) {
                advance();
            }
            advance();
            table();
            where();
        }

        private void where() {
            while (more && !(scanner.depth() == 0 && scanner.is("where"))) {
                advance();
            }
            alternatives = false;
            while (more) {
                advance();
                if (!more || !scanner.isName()) {
                    continue;
                }
                String column = column();
                if (more && scanner.isSign('=')) {
                    advance();
                    if (more && scanner.is("cast")) {
                        advance();
                        advance();
                    }
                    if (more && scanner.isSign('?')) {
                        compared.put(column, parameters - 1);
                    }
                }
            }
            if (alternatives) {
                compared.clear();
            }
        }

        /** The last part of a name, and beyond it. */
        private String column() {
            String name = scanner.name();
            advance();
            while (more && scanner.isSign('.')) {
                advance();
                name = scanner.name();
                advance();
            }
            return name.toLowerCase(Locale.ROOT);
        }

        private void table() {
            String name = scanner.name();
            advance();
            while (more && scanner.isSign('.')) {
                advance();
                name = scanner.name();
                advance();
            }
            table = name.isEmpty() ? null : name;
        }
    }
}
