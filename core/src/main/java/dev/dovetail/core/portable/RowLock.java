package dev.dovetail.core.portable;

import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.error.ReadOnlyException;
import dev.dovetail.core.error.UnsupportedOnEngineException;
import java.sql.Connection;
import java.time.Duration;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Result;
import org.jooq.SQLDialect;
import org.jooq.SelectForUpdateStep;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows and locks them until the transaction ends: {@code RowLock.skipLocked().fetch(sql, sql.selectFrom(JOB)…)}.
 *
 * <p>On SQLite the write transaction is the lock: it has every row, nobody else holds one, and the wait was at its
 * beginning ({@code busyTimeout}), so all four ways read and never wait there. In what only reads, the lock is refused, except
 * on H2, whose connections do not tell. A lock that is not got is a {@link dev.dovetail.core.error.TransientConflictException}.
 *
 * <p>Immutable and thread-safe.
 */
public final class RowLock {

    private enum Way {
        WAITING,
        SKIP_LOCKED,
        NO_WAIT,
        AT_MOST
    }

    private final Way way;
    private final @Nullable Duration atMost;

    private RowLock(Way way, @Nullable Duration atMost) {
        this.way = way;
        this.atMost = atMost;
    }

    /** Waits for rows that another transaction has locked, as long as the engine is set to. */
    public static RowLock waiting() {
        return new RowLock(Way.WAITING, null);
    }

    /** Leaves out rows that another transaction has locked. MariaDB 10.6 and newer. */
    public static RowLock skipLocked() {
        return new RowLock(Way.SKIP_LOCKED, null);
    }

    /** Fails at once if another transaction has locked one of the rows. */
    public static RowLock noWait() {
        return new RowLock(Way.NO_WAIT, null);
    }

    /**
     * Waits for so long. H2 and MariaDB count whole seconds, so there it is rounded up; MySQL cannot do it.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public static RowLock atMost(Duration wait) {
        if (wait.isNegative() || wait.isZero()) {
            throw new IllegalArgumentException(
                    "The longest wait for a lock is positive, got " + wait + "; not to wait at all is noWait()");
        }
        return new RowLock(Way.AT_MOST, wait);
    }

    /** Whether rows that another transaction has locked are left out. */
    public boolean skipsLocked() {
        return way == Way.SKIP_LOCKED;
    }

    /** The longest wait: zero for none, null for as long as the engine is set to, which means nothing if it skips. */
    public @Nullable Duration longestWait() {
        return way == Way.NO_WAIT ? Duration.ZERO : atMost;
    }

    /**
     * Runs the query and locks the rows that it returns.
     *
     * @throws ReadOnlyException in {@code db.read} and in a read-only transaction, except on H2
     * @throws dev.dovetail.core.error.TransientConflictException if a lock was not got
     * @throws UnsupportedOnEngineException if the engine cannot lock in this way
     */
    public <R extends Record> Result<R> fetch(DSLContext sql, SelectForUpdateStep<R> query) {
        requireWriting(sql);
        if (sql.family() == SQLDialect.SQLITE) {
            return query.fetch();
        }
        return switch (way) {
            case WAITING -> query.forUpdate().fetch();
            case SKIP_LOCKED -> query.forUpdate().skipLocked().fetch();
            case NO_WAIT -> query.forUpdate().noWait().fetch();
            case AT_MOST -> fetchAtMost(sql, query, atMost == null ? Duration.ZERO : atMost);
        };
    }

    private static <R extends Record> Result<R> fetchAtMost(
            DSLContext sql, SelectForUpdateStep<R> query, Duration wait) {
        return switch (sql.family()) {
            case POSTGRES -> fetchWithTimeout(sql, query, wait);
            case MYSQL ->
                throw new UnsupportedOnEngineException(
                        new Explanation(
                                CoreError.UNSUPPORTED_ON_ENGINE,
                                "MySQL cannot wait at most " + wait + " for the rows of one query.",
                                "it has a limit for the whole session only, innodb_lock_wait_timeout",
                                "use noWait() or skipLocked(), or set the limit in the URL"),
                        null);
            default ->
                query.forUpdate()
                        .wait((int) Math.min(
                                Integer.MAX_VALUE, wait.plusNanos(999_999_999).toSeconds()))
                        .fetch();
        };
    }

    /** PostgreSQL's limit holds for the rest of the transaction, so it is set back. */
    private static <R extends Record> Result<R> fetchWithTimeout(
            DSLContext sql, SelectForUpdateStep<R> query, Duration wait) {
        long millis = Math.min(Integer.MAX_VALUE, wait.plusNanos(999_999).toMillis());
        Record2<String, String> before = sql.select(
                        DSL.function("current_setting", SQLDataType.VARCHAR, DSL.inline("lock_timeout")),
                        setTimeout(millis + "ms"))
                .fetchSingle();
        Result<R> rows = query.forUpdate().fetch();
        // After a failure there is nothing to set back: the transaction only rolls back.
        sql.select(setTimeout(before.value1())).fetchSingle();
        return rows;
    }

    private static Field<String> setTimeout(String timeout) {
        return DSL.function(
                "set_config", SQLDataType.VARCHAR, DSL.inline("lock_timeout"), DSL.val(timeout), DSL.inline(true));
    }

    private static void requireWriting(DSLContext sql) {
        if (sql.connectionResult(Connection::isReadOnly)) {
            throw new ReadOnlyException(
                    new Explanation(
                            CoreError.READ_ONLY,
                            "Rows cannot be locked here, because only reads are allowed.",
                            "the block is db.read(…) or a read-only transaction",
                            "lock rows in db.transaction(…)"),
                    null);
        }
    }
}
