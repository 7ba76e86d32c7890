package dev.dovetail.migrations.lock;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** MariaDB and MySQL: a named lock of the connection that runs the scripts. Names are per server, so it has the database's. */
final class NamedLock implements MigrationLock {

    @Override
    public Held acquire(Connection connection, Duration timeout) throws SQLException {
        // Names may have 64 characters at most, as may those of databases.
        String name = "dovetail-"
                + Integer.toHexString(
                        Query.text(connection, "select database()").hashCode());
        Polling.until(
                timeout,
                () -> Query.text(connection, "select get_lock(?, 0)", name).equals("1"),
                () -> holder(connection, name));
        return () -> Query.text(connection, "select release_lock(?)", name);
    }

    private static String holder(Connection connection, String name) throws SQLException {
        String id = Query.text(connection, "select is_used_lock(?)", name);
        if (id.isEmpty()) {
            return "no longer there";
        }
        List<@Nullable String> row = Query.firstRow(
                connection,
                "select user, host, time from information_schema.processlist where id = cast(? as signed)",
                id);
        return "connection " + id
                + (row.isEmpty()
                        ? ""
                        : ", user " + row.get(0) + " from " + row.get(1) + ", for " + row.get(2)
                                + " s in what it does now");
    }
}
