package dev.dovetail.core.internal.statement;

import dev.dovetail.core.spi.TransactionObserver;
import dev.dovetail.core.statement.StatementLog;
import dev.dovetail.core.transaction.TransactionOptions;
import dev.dovetail.core.transaction.TransactionOutcome;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes where transactions and savepoints begin and end between their statements. */
final class LoggedTransactions implements TransactionObserver {

    private static final Logger LOG = LoggerFactory.getLogger(StatementLog.LOGGER);

    @Override
    public void begun(TransactionOptions options) {
        LOG.info(
                "begin{}{}",
                options.readOnly() ? " read only" : "",
                options.isolation() == null ? "" : " isolation " + options.isolation());
    }

    @Override
    public void savepointSet() {
        LOG.info("savepoint");
    }

    @Override
    public void savepointReleased() {
        LOG.info("release savepoint");
    }

    @Override
    public void savepointRolledBack() {
        LOG.info("rollback to savepoint");
    }

    @Override
    public void ended(TransactionOutcome outcome, Duration duration) {
        String what = switch (outcome) {
            case COMMITTED -> "commit";
            case ROLLED_BACK -> "rollback";
            case UNKNOWN -> "commit, outcome unknown";
        };
        LOG.info("{} [transaction took {}]", what, LogText.milliseconds(duration.toNanos()));
    }

    @Override
    public void retrying(Throwable failure) {
        LOG.info("run again after {}", failure.getClass().getSimpleName());
    }
}
