package dev.dovetail.core.internal.statement;

import dev.dovetail.core.statement.StatementKind;
import dev.dovetail.core.statement.StatementStatistics;
import dev.dovetail.core.statement.StatementStatistics.Count;
import dev.dovetail.core.transaction.ActiveTransaction;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Adds up what the statements of each transaction came to. */
final class TransactionCounters implements Observer {

    @Override
    public void ended(Observation statement) {
        ActiveTransaction transaction = statement.transaction();
        if (transaction != null) {
            Count one = new Count(
                    1,
                    statement.failure() == null ? 0 : 1,
                    Math.max(0, statement.rows()),
                    Duration.ofNanos(statement.nanos()));
            counts(transaction).merge(statement.kind(), one, Count::plus);
        }
    }

    @Override
    public boolean wantsRows() {
        return true;
    }

    static StatementStatistics of(ActiveTransaction transaction) {
        return new StatementStatistics(counts(transaction));
    }

    private static Map<StatementKind, Count> counts(ActiveTransaction transaction) {
        return transaction.attachment(TransactionCounters.class, () -> new EnumMap<>(StatementKind.class));
    }
}
