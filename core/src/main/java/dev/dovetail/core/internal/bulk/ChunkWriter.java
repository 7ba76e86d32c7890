package dev.dovetail.core.internal.bulk;

import dev.dovetail.core.spi.StatementRun;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes chunks of rows on one connection. Used by one thread. */
interface ChunkWriter extends AutoCloseable {

    /** The statement for the record: the same whatever the number of rows. */
    String sql();

    /**
     * Writes the rows, as if each were written after the one before it.
     *
     * @param run gives statements their time limit
     * @return how many rows of the table were inserted, found or deleted
     * @throws UnfitValueException if a value cannot be sent; some of the rows before it may be there
     * @throws SQLException if the engine refuses; some of the rows may be there
     */
    long write(List<@Nullable Object[]> rows, StatementRun run) throws SQLException;

    /** How many rows are worth to be written together. */
    default int mostRows() {
        return 1_000;
    }

    /** Whether a savepoint before each chunk is needed to find out which row was refused. */
    default boolean needsSavepoint() {
        return true;
    }

    /** Whether {@link #write} sets that savepoint by itself, the one of {@link ChunkSavepoint#SET}. */
    default boolean setsSavepoint() {
        return false;
    }

    /**
     * Which row the failure of the last {@link #write} was about, if that can be told without a savepoint.
     *
     * @return null if it cannot
     */
    @Nullable
    default Refusal refused(List<@Nullable Object[]> rows, SQLException failure, StatementRun run) throws SQLException {
        return null;
    }

    /** Closes its statements. */
    @Override
    void close() throws SQLException;
}
