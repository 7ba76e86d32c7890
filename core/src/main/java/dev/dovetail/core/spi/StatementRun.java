package dev.dovetail.core.spi;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One statement from its announcement to its end, which is exactly one call of {@link #succeeded} or {@link #failed}. */
public interface StatementRun {

    /** Of how many rows of a batch the values are of use. */
    int ROWS_SHOWN = 3;

    /**
     * Gives a statement, which is executed next, the time that its transaction has left; then it is cancelled. Statements
     * that are made by the scope's connection have it anyway.
     */
    void limit(Statement statement) throws SQLException;

    /** Whether {@link #values} is of use: somebody wants to see the values of parameters. */
    boolean wantsValues();

    /** The values of its parameters, in order, before it ends: for {@link #wantsValues}, or to say which of them was refused. */
    void values(List<? extends @Nullable Object> values);

    /**
     * Likewise for a statement of many rows.
     *
     * @param first the values of the first rows, at most {@link #ROWS_SHOWN}
     * @param rows how many there are
     */
    void batch(List<? extends List<? extends @Nullable Object>> first, long rows);

    /**
     * It ran.
     *
     * @param rows how many it returned or changed, or -1 if that is not known
     */
    void succeeded(long rows);

    /**
     * It failed; the transaction around it, if any, is doomed.
     *
     * @return the typed exception, to throw
     */
    RuntimeException failed(SQLException failure);
}
