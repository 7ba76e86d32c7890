package dev.dovetail.core.statement;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A statement that was sent. What is known only at its end ({@link #rows}, {@link #duration}, {@link #failure}) is
 * unknown while it still runs, as does a query that is being streamed. Values of parameters are never kept.
 */
public interface RecordedStatement {

    /** Its text with placeholders; the texts of a batch of several statements stand one below the other. */
    String sql();

    /** What it does. */
    StatementKind kind();

    /** Whether it may have changed something: in doubt, as with plain SQL that is not clearly a query, it may. */
    boolean writes();

    /**
     * The unqualified names of the tables that its text names, without aliases and common table expressions, in the
     * order and case in which they stand there.
     */
    Set<String> tables();

    /** The line of the application that sent it, or null if there is none on this thread. */
    @Nullable
    CallSite callSite();

    /** How many rows it returned or changed, -1 if that is not known. */
    long rows();

    /** From sending it to its end, for a query its last row; null if it has not ended or nobody took the time. */
    @Nullable
    Duration duration();

    /** Why it failed, or null. */
    @Nullable
    Throwable failure();
}
