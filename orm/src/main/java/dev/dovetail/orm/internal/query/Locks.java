package dev.dovetail.orm.internal.query;

import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.error.UnsupportedOnEngineException;
import dev.dovetail.core.portable.RowLock;
import jakarta.persistence.Timeout;
import java.time.Duration;
import org.hibernate.LockMode;
import org.hibernate.LockOptions;
import org.hibernate.Timeouts;
import org.hibernate.community.dialect.SQLiteDialect;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.dialect.MariaDBDialect;
import org.hibernate.dialect.MySQLDialect;
import org.hibernate.engine.spi.SessionImplementor;

/** Row locks in Hibernate's terms. */
public final class Locks {

    private Locks() {}

    /**
     * Sets what a statement is to lock. On SQLite nothing: its write transaction is the lock.
     *
     * @throws UnsupportedOnEngineException if the engine cannot lock in this way
     */
    public static void apply(RowLock lock, LockOptions options, SessionImplementor session) {
        Dialect dialect = session.getFactory().getJdbcServices().getDialect();
        if (dialect instanceof SQLiteDialect) {
            return;
        }
        options.setLockMode(LockMode.PESSIMISTIC_WRITE);
        Duration wait = lock.longestWait();
        if (lock.skipsLocked()) {
            options.setTimeout(Timeouts.SKIP_LOCKED);
        } else if (wait != null) {
            if (wait.isZero()) {
                options.setTimeout(Timeouts.NO_WAIT);
            } else {
                requireWaits(dialect, wait);
                options.setTimeout(Timeout.milliseconds(millis(dialect, wait)));
            }
        }
    }

    /** MariaDB counts whole seconds. */
    private static int millis(Dialect dialect, Duration wait) {
        long millis = wait.plusNanos(999_999).toMillis();
        long whole = dialect instanceof MariaDBDialect ? (millis + 999) / 1000 * 1000 : millis;
        return (int) Math.min(Integer.MAX_VALUE / 1000 * 1000, whole);
    }

    private static void requireWaits(Dialect dialect, Duration wait) {
        boolean isMysql = dialect instanceof MySQLDialect && !(dialect instanceof MariaDBDialect);
        if (isMysql || dialect instanceof H2Dialect) {
            throw new UnsupportedOnEngineException(
                    new Explanation(
                            CoreError.UNSUPPORTED_ON_ENGINE,
                            "A query for entities cannot wait at most " + wait + " for a lock on "
                                    + (isMysql ? "MySQL." : "H2."),
                            isMysql
                                    ? "it has a limit for the whole session only, innodb_lock_wait_timeout"
                                    : "Hibernate does not tell H2 how long to wait",
                            "use noWait() or skipLocked()" + (isMysql ? ", or set the limit in the URL" : "")),
                    null);
        }
    }
}
