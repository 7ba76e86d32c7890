package dev.dovetail.orm.internal.query;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.orm.internal.fetch.Origin;
import dev.dovetail.orm.internal.load.SelectinLoader;
import java.util.function.Supplier;
import org.hibernate.engine.spi.SessionImplementor;
import org.jspecify.annotations.Nullable;

/** Where queries run: in a unit of work, or nowhere, to see their statements. */
public interface QueryScope {

    /** The session, which may be another one after a nested block was rolled back. */
    SessionImplementor open();

    /** Loads associations. */
    SelectinLoader loader();

    /** What the database is. */
    Engine engine();

    /** Runs work that loads entities, with failures as typed exceptions. */
    <T extends @Nullable Object> T loading(Origin origin, Supplier<T> work);

    /** Sends a statement. */
    <T> T ask(Supplier<T> statement, T ifNotSent);

    /**
     * Refuses locks where nothing may be written.
     *
     * @throws dev.dovetail.core.error.ReadOnlyException in a read-only transaction
     */
    void requireLockable();

    /** Whether a flush would write something. */
    boolean hasPendingChanges();

    /** Writes what is pending, since the tables of plain SQL are not known. */
    void flushBeforePlainSql();
}
