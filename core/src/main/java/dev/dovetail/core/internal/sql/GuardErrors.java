package dev.dovetail.core.internal.sql;

import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.error.NoTransactionException;
import dev.dovetail.core.error.TransactionException;

/** What must not be done with a connection that is handed out. */
final class GuardErrors {

    private GuardErrors() {}

    /** Whoever began it ends it. */
    static TransactionException control(String call) {
        return new TransactionException(
                new Explanation(
                        CoreError.NOT_YOURS_TO_END,
                        "'" + call
                                + "' was refused: the connection and its transaction are Dovetail's to begin, set up,"
                                + " end and close.",
                        "code that expects a connection of its own was given that of a transaction or read, such as"
                                + " jOOQ's Loader with commitAll()",
                        "let the block end, which commits or rolls back; use transactor.nested() for a savepoint,"
                                + " readOnly() and isolation(…) for settings, and commitNone() for a Loader"),
                null);
    }

    static TransactionException wrongThread(Thread owner) {
        return new TransactionException(
                new Explanation(
                        CoreError.WRONG_THREAD,
                        "The connection of a db.read(…) on thread '" + owner.getName() + "' was used on thread '"
                                + Thread.currentThread().getName() + "'.",
                        "work inside the block was handed to an executor, a parallel stream or a callback",
                        "read on one thread, or give each thread a db.read(…) of its own"),
                null);
    }

    static NoTransactionException readEnded() {
        return new NoTransactionException(
                new Explanation(
                        CoreError.NO_TRANSACTION,
                        "SQL was run on the context of a db.read(…) that has ended.",
                        "the context, a lazy result or a query bound to it was kept and used later",
                        "fetch everything inside of the block"),
                null);
    }
}
