package dev.dovetail.core.statement;

import dev.dovetail.core.transaction.TransactionalRunnable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Sees which statements a block of code sends, through jOOQ, Hibernate or bulk operations, to whichever database. */
public final class Statements {

    /** How many recordings run anywhere: while there are none, a statement costs no look at its thread. */
    private static final AtomicInteger RUNNING = new AtomicInteger();

    private static final ThreadLocal<@Nullable Recorder> CURRENT = new ThreadLocal<>();

    private Statements() {}

    /**
     * Runs the block and returns the statements that it sent on this thread, to whichever database; what other threads
     * send meanwhile, also those that the block starts, is not seen. A batch counts as one statement, as do
     * {@code COPY} and its rows; begin, commit, rollback and savepoints do not count, a statement that fails does, one
     * that is refused before it is sent does not. May be nested: the outer recording has the statements of the inner
     * one, too. While no recording runs it costs nothing.
     *
     * @throws X what the block throws; what was recorded is lost then
     */
    public static <X extends Exception> StatementRecording during(TransactionalRunnable<X> block) throws X {
        Recorder outer = CURRENT.get();
        Recorder recorder = new Recorder(outer, new ArrayList<>());
        RUNNING.incrementAndGet();
        CURRENT.set(recorder);
        try {
            block.run();
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
            RUNNING.decrementAndGet();
        }
        return new StatementRecording(recorder.statements());
    }

    /** Whether a recording runs on this thread. For those who send statements. */
    public static boolean areRecorded() {
        return RUNNING.get() > 0 && CURRENT.get() != null;
    }

    /** Reports a statement that is being sent on this thread. For those who send them. */
    public static void record(RecordedStatement statement) {
        for (Recorder recorder = CURRENT.get(); recorder != null; recorder = recorder.outer()) {
            recorder.statements().add(statement);
        }
    }

    /** Reports a statement of which nothing but its text will be known. For those who send them. */
    public static void record(String sql) {
        if (areRecorded()) {
            record(new AnnouncedStatement(sql, CallSite.current()));
        }
    }

    /** The tables that the text of a statement names, see {@link RecordedStatement#tables}. */
    public static Set<String> tablesOf(String sql) {
        return SqlTables.of(sql);
    }

    /** Whether more than one statement stands in a text. */
    public static boolean areSeveral(String sql) {
        return SqlReader.hasSeveralStatements(sql);
    }

    private record Recorder(@Nullable Recorder outer, List<RecordedStatement> statements) {}
}
