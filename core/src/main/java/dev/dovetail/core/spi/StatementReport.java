package dev.dovetail.core.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one statement, told to those who want to know: recordings, log, counters, metrics. It ends with the
 * first call of {@link #succeeded} or {@link #failed}; later ones do nothing. Used by one thread.
 */
public interface StatementReport {

    /** Whether {@link #values} is of use. */
    boolean wantsValues();

    /** Whether the number of rows is of use where it costs something to know it. */
    boolean wantsRows();

    /** The values of its parameters, in order. */
    void values(List<? extends @Nullable Object> values);

    /**
     * It ran.
     *
     * @param rows how many it returned or changed, or -1 if that is not known
     */
    void succeeded(long rows);

    /** It did not run to its end. */
    void failed(Throwable failure);
}
