package dev.dovetail.core.internal.constraint;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.internal.text.SqlScanner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key or check in a {@code create table} of SQLite, which keeps their names nowhere else.
 *
 * @param name or null if it has none
 * @param isCheck or a primary or unique key
 * @param columns of a key; of a check, every name in it
 */
record DeclaredConstraint(@Nullable String name, boolean isCheck, List<String> columns) {

    static List<DeclaredConstraint> in(String declaration) {
        return new Reader(new SqlScanner(Engine.SQLITE, declaration)).read();
    }

    private static final class Reader {

        private final SqlScanner scanner;
        private final List<DeclaredConstraint> found = new ArrayList<>();
        private boolean more;
        private @Nullable String column;
        private @Nullable String name;

        Reader(SqlScanner scanner) {
            this.scanner = scanner;
        }

        List<DeclaredConstraint> read() {
            boolean begins = true;
            more = scanner.next();
            while (more) {
                if (scanner.depth() != 1 || scanner.isSign(',') || scanner.isSign('(')) {
                    begins = scanner.depth() == 1;
                    name = null;
                    more = scanner.next();
                } else {
                    part(begins);
                    begins = false;
                }
            }
            return found;
        }

        private void part(boolean begins) {
            if (scanner.is("constraint")) {
                column = begins ? null : column;
                more = scanner.next();
                name = scanner.name();
                more = scanner.next();
            } else if (scanner.is("primary") || scanner.is("unique")) {
                column = begins ? null : column;
                boolean primary = scanner.is("primary");
                more = scanner.next();
                more = primary ? scanner.next() : more;
                add(false);
            } else if (scanner.is("check")) {
                more = scanner.next();
                add(true);
            } else {
                column = begins ? scanner.name() : column;
                name = scanner.is("references") || scanner.is("default") ? null : name;
                more = scanner.next();
            }
        }

        private void add(boolean check) {
            List<String> columns = new ArrayList<>();
            if (more && scanner.isSign('(')) {
                boolean first = true;
                more = scanner.next();
                while (more && scanner.depth() > 1) {
                    if (scanner.isName() && (check || first)) {
                        columns.add(scanner.name());
                        first = false;
                    }
                    first |= scanner.isSign(',');
                    more = scanner.next();
                }
                // Behind the closing parenthesis.
                more = more && scanner.next();
            } else if (column != null) {
                columns.add(column);
            }
            found.add(new DeclaredConstraint(name, check, columns));
            name = null;
        }
    }
}
