package dev.dovetail.migrations.backfill;

import dev.dovetail.core.engine.Engine;
import java.sql.Connection;
import java.sql.SQLException;

/** Where a backfill has its connection from. */
interface BackfillSource {

    Engine engine();

    /** Works on one connection, outside of any transaction. */
    <T> T use(Work<T> work);

    /** Something on a connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
