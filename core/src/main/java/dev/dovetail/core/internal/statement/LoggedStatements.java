package dev.dovetail.core.internal.statement;

import dev.dovetail.core.statement.StatementLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes each statement into the log when it has ended. */
record LoggedStatements(StatementLog level, ShownValues shown) implements Observer {

    private static final Logger LOG = LoggerFactory.getLogger(StatementLog.LOGGER);

    @Override
    public void ended(Observation statement) {
        if (LOG.isInfoEnabled()) {
            LOG.info(line(statement) + (level == StatementLog.VALUES ? values(statement) : ""));
        }
    }

    private String values(Observation statement) {
        if (!statement.batch().isEmpty()) {
            return " -- " + shown.show(statement.batch(), statement.batchRows());
        }
        return statement.values().isEmpty() ? "" : " -- " + shown.show(statement.values());
    }

    @Override
    public boolean wantsValues() {
        return level == StatementLog.VALUES;
    }

    @Override
    public boolean wantsRows() {
        return true;
    }

    /** Its time, its rows or failure, and its text. */
    static String line(Observation statement) {
        StringBuilder line = new StringBuilder("[").append(LogText.milliseconds(statement.nanos()));
        Throwable failure = statement.failure();
        if (failure != null) {
            // Its message may hold values; whoever catches it sees it.
            line.append(", failed: ").append(failure.getClass().getSimpleName());
        } else if (statement.rows() >= 0) {
            line.append(", ").append(LogText.rows(statement.rows()));
        }
        return line.append("] ").append(LogText.sql(statement.sql())).toString();
    }
}
