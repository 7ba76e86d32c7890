package dev.dovetail.core.statement;

import dev.dovetail.core.transaction.TransactionalRunnable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sees which statements a block of code sends, through jOOQ, Hibernate or bulk operations, to whichever database. */
public final class Statements {

    private static final ThreadLocal<@Nullable Recorder> CURRENT = new ThreadLocal<>();

    private Statements() {}

    /**
     * Runs the block and returns the statements that it sent on this thread. A batch counts as one statement, as do
     * {@code COPY} and its rows; commit, rollback and savepoints do not count. May be nested.
     *
     * @throws X what the block throws
     */
    public static <X extends Exception> StatementRecording during(TransactionalRunnable<X> block) throws X {
        Recorder outer = CURRENT.get();
        Recorder recorder = new Recorder(outer, new ArrayList<>());
        CURRENT.set(recorder);
        try {
            block.run();
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
        return new StatementRecording(recorder.statements());
    }

    /** Reports a statement that is being sent on this thread. For those who send them. */
    public static void record(String sql) {
        for (Recorder recorder = CURRENT.get(); recorder != null; recorder = recorder.outer()) {
            recorder.statements().add(sql);
        }
    }

    private record Recorder(@Nullable Recorder outer, List<String> statements) {}
}
