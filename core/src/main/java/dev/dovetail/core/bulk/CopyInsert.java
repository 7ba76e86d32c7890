package dev.dovetail.core.bulk;

import dev.dovetail.core.spi.DatabaseAccess;
import dev.dovetail.core.spi.StatementInfo;
import dev.dovetail.core.spi.StatementRun;
import dev.dovetail.core.spi.StatementScope;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** PostgreSQL's {@code COPY … FROM STDIN} in text format. */
record CopyInsert(DatabaseAccess access, Table<?> table, List<Field<?>> columns, LongConsumer progress) {

    private static final int CHARS_A_MESSAGE = 1 << 16;
    private static final int ROWS_BETWEEN_REPORTS = 1_000;

    long insert(BulkRows rows) {
        DSLContext sql = access.sql();
        String names = columns.stream()
                .map(column -> sql.render(DSL.name(column.getName())))
                .collect(Collectors.joining(", "));
        String statement = "copy " + sql.render(table) + " (" + names + ") from stdin";
        StatementScope scope = access.statements();
        StatementRun run = scope.start(new StatementInfo(true, Set.of(table.getName()), true), statement);
        try {
            CopyIn copy =
                    scope.connection().unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
            try {
                send(rows, copy);
                copy.endCopy();
            } finally {
                // Also after an Error: a connection in the middle of COPY could not even roll back.
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException failure) {
            throw run.failed(failure);
        }
        progress.accept(rows.read());
        run.succeeded(rows.read());
        return rows.read();
    }

    private void send(BulkRows rows, CopyIn copy) throws SQLException {
        CopyText text = new CopyText(columns);
        while (rows.hasNext()) {
            text.append(rows.next());
            if (text.length() >= CHARS_A_MESSAGE) {
                flush(text, copy);
            }
            if (rows.read() % ROWS_BETWEEN_REPORTS == 0) {
                progress.accept(rows.read());
            }
        }
        flush(text, copy);
    }

    private static void flush(CopyText text, CopyIn copy) throws SQLException {
        byte[] bytes = text.take().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
    }
}
