package dev.dovetail.migrations.lock;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL: an advisory lock of the session that runs the scripts, one per schema; it goes with the connection if the
 * process dies. Polled, because a session that waits for it would keep CREATE INDEX CONCURRENTLY waiting for itself.
 */
final class AdvisoryLock implements MigrationLock {

    private static final int SPACE = "dovetail migrations".hashCode();
    private static final String HOLDER = "select a.pid, a.usename, a.application_name, a.client_addr, a.backend_start"
            + " from pg_catalog.pg_locks l join pg_catalog.pg_stat_activity a on a.pid = l.pid"
            + " where l.locktype = 'advisory' and l.granted and l.objsubid = 2"
            + " and l.database = (select oid from pg_catalog.pg_database where datname = current_database())"
            + " and l.classid = cast(cast(? as bigint) as oid) and l.objid = cast(cast(? as bigint) as oid)";

    @Override
    public Held acquire(Connection connection, Duration timeout) throws SQLException {
        int key = Query.text(connection, "select current_schema()").hashCode();
        Polling.until(
                timeout,
                () -> Query.text(connection, "select pg_try_advisory_lock(?, ?)", SPACE, key)
                        .equals("t"),
                () -> holder(connection, key));
        return () -> Query.text(connection, "select pg_advisory_unlock(?, ?)", SPACE, key);
    }

    private static String holder(Connection connection, int key) throws SQLException {
        List<@Nullable String> row =
                Query.firstRow(connection, HOLDER, Integer.toUnsignedLong(SPACE), Integer.toUnsignedLong(key));
        return row.isEmpty()
                ? "no longer there"
                : "process " + row.get(0) + " of the server, user " + row.get(1) + ", application '" + row.get(2)
                        + "', from " + (row.get(3) == null ? "the same machine" : row.get(3)) + ", connected since "
                        + row.get(4);
    }
}
