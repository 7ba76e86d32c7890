package dev.dovetail.core.internal.bulk;

import dev.dovetail.core.spi.StatementRun;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the first row of a chunk that the engine refuses, by writing ever smaller parts of it. */
record RowSearch(ChunkWriter writer, ChunkSavepoint savepoint, StatementRun run) {

    /**
     * What came out.
     *
     * @param refusal the first refused row, or null if all rows could be written in parts
     * @param written how many rows were written, if none was refused
     */
    record Result(@Nullable Refusal refusal, long written) {}

    /** Starts from the savepoint; what of the rows was written stays. */
    Result search(List<@Nullable Object[]> rows) throws SQLException {
        savepoint.rollback();
        long written = 0;
        int low = 0;
        int size = rows.size() / 2;
        while (low < rows.size()) {
            int high = Math.min(rows.size(), low + Math.max(1, size));
            savepoint.renew();
            try {
                written += writer.write(rows.subList(low, high), run);
                low = high;
            } catch (SQLException failure) {
                savepoint.rollback();
                if (high - low == 1) {
                    return new Result(new Refusal(low, failure, null), written);
                }
                size = (high - low) / 2;
            }
        }
        return new Result(null, written);
    }
}
