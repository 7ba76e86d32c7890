package dev.dovetail.core.query;

import dev.dovetail.core.spi.StatementRun;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A result, row by row, until it is ended. */
final class Rows {

    private final ResultSet result;
    private final Progress progress;
    private final Thread owner = Thread.currentThread();
    private boolean ended;

    Rows(ResultSet result, Progress progress) {
        this.result = result;
        this.progress = progress;
    }

    ResultSet result() {
        return result;
    }

    boolean next() throws SQLException {
        if (result.next()) {
            progress.rows++;
            return true;
        }
        return false;
    }

    /** From here on it must not be used. */
    void end() {
        ended = true;
    }

    void requireUsable() {
        if (ended || Thread.currentThread() != owner) {
            throw QueryErrors.streamEnded(ended);
        }
    }

    /** The typed exception for a failure while rows are read by the caller's code. */
    RuntimeException failed(SQLException failure) {
        return progress.failed(failure);
    }

    /** What has become of a statement so far. */
    static final class Progress {
        private final StatementRun run;
        private long rows;
        private @Nullable RuntimeException failure;

        Progress(StatementRun run) {
            this.run = run;
        }

        void changed(long changedRows) {
            rows = changedRows;
        }

        RuntimeException failed(SQLException sqlFailure) {
            RuntimeException known = failure;
            if (known == null) {
                known = run.failed(sqlFailure);
                failure = known;
            }
            return known;
        }

        /** Tells that it ran, unless it failed and the caller's code hid that. */
        void finish() {
            RuntimeException hidden = failure;
            if (hidden != null) {
                throw hidden;
            }
            run.succeeded(rows);
        }

        /** The caller's code failed; the statement itself may have, before. */
        void abandon() {
            if (failure == null) {
                run.succeeded(rows);
            }
        }
    }
}
