package dev.dovetail.core.internal.bulk;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.spi.DatabaseAccess;
import dev.dovetail.core.spi.StatementScope;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The fastest correct way of each engine. */
final class ChunkWriters {

    private ChunkWriters() {}

    /**
     * A writer on a connection.
     *
     * @param scope where that connection comes from
     * @param connection the driver's own
     * @param keys collects generated keys, or null
     */
    static ChunkWriter open(
            BulkStatements statements,
            BulkWork work,
            StatementScope scope,
            Connection connection,
            @Nullable GeneratedKeys<?> keys)
            throws SQLException {
        DatabaseAccess access = statements.access();
        DSLContext sql = access.sql();
        RowStatement row = statements.row(sql, work);
        if (access.engine() == Engine.POSTGRESQL) {
            if (work.kind() == BulkWork.Kind.INSERT && keys == null) {
                return new CopyWriter(
                        sql, work, connection, access.transactions().require("bulk insert"));
            }
            List<String> types = PostgresqlColumnTypes.of(row, scope, connection);
            return new UnnestWriter<>(sql, row, connection, types, keys);
        }
        if (keys != null) {
            return new KeysWriter<>(sql, row, keys, connection, access.engine());
        }
        if (access.engine() == Engine.SQLITE) {
            return new MultiRowWriter(sql, row, statements.prepared(), connection);
        }
        return switch (work.kind()) {
            case INSERT, UPDATE, DELETE -> BatchWriter.of(sql, row, connection);
            case UPSERT, INSERT_MISSING -> {
                ConflictKey.require(work, access.engine(), connection);
                if (access.engine() == Engine.H2) {
                    yield BatchWriter.merge(sql, row, connection);
                }
                yield work.kind() == BulkWork.Kind.UPSERT
                        ? new UpsertWriter(sql, row, connection)
                        : UpsertWriter.insertMissing(sql, row, connection);
            }
        };
    }
}
