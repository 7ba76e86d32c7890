package dev.dovetail.core.internal.statement;

import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.error.RepeatedStatementException;
import dev.dovetail.core.spi.StatementPurpose;
import dev.dovetail.core.statement.CallSite;
import dev.dovetail.core.statement.RepeatedStatements;
import dev.dovetail.core.transaction.ActiveTransaction;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds statements that a transaction sends again and again. */
record Repetitions(int limit, RepeatedStatements reaction, StatementPurpose purposes) implements Observer {

    private static final Logger LOG = LoggerFactory.getLogger(RepeatedStatements.LOGGER);

    /** A transaction with more different texts than this is no loop, and memory is bounded. */
    private static final int MOST_TEXTS = 1_000;

    @Override
    public void sending(Observation statement) {
        ActiveTransaction transaction = statement.transaction();
        if (transaction == null) {
            return;
        }
        Repetition repetition = counts(transaction).bySql.get(statement.sql());
        if (repetition == null || repetition.count < limit) {
            return;
        }
        if (reaction == RepeatedStatements.REFUSE) {
            throw refused(statement);
        }
        if (repetition.callSite == null) {
            repetition.callSite = statement.callSite();
            repetition.purpose = purpose();
        }
    }

    @Override
    public void ended(Observation statement) {
        ActiveTransaction transaction = statement.transaction();
        if (transaction == null || !isSingle(statement)) {
            return;
        }
        Map<String, Repetition> bySql = counts(transaction).bySql;
        Repetition repetition = bySql.get(statement.sql());
        if (repetition == null && bySql.size() < MOST_TEXTS) {
            repetition = new Repetition();
            bySql.put(statement.sql(), repetition);
        }
        if (repetition != null) {
            repetition.count++;
        }
    }

    private static boolean isSingle(Observation statement) {
        return switch (statement.kind()) {
            case SELECT -> true;
            case INSERT, UPDATE, DELETE, MERGE -> statement.rows() == 0 || statement.rows() == 1;
            case DDL, COPY, OTHER -> false;
        };
    }

    private Counts counts(ActiveTransaction transaction) {
        return transaction.attachment(Repetitions.class, () -> {
            Counts counts = new Counts(this);
            transaction.enlist(counts);
            return counts;
        });
    }

    void log(String sql, Repetition repetition) {
        if (repetition.count > limit) {
            LOG.warn(
                    "sent {} times in one transaction, which is more than {}, at {}{}: {}",
                    repetition.count,
                    limit,
                    repetition.callSite,
                    repetition.purpose,
                    LogText.sql(sql));
        }
    }

    private String purpose() {
        String known = purposes.current();
        return known == null ? "" : ", " + known;
    }

    private RepeatedStatementException refused(Observation statement) {
        return new RepeatedStatementException(
                new Explanation(
                        CoreError.REPEATED_STATEMENT,
                        "A transaction was about to send a statement for the " + (limit + 1)
                                + "th time, and the limit is " + limit + ": " + LogText.sql(statement.sql()) + "\n  At "
                                + statement.callSite() + purpose(),
                        "a loop that loads or writes something for each row",
                        "load what the loop needs with one query before it (a join, in(…) or @Load), write with a batch"
                                + " or bulk(), or raise the limit of repeatedStatements(…)"),
                null);
    }

    /** How often one text was sent, and the line that sent it once too often, and for what. */
    static final class Repetition {
        private int count;
        private @Nullable CallSite callSite;
        private String purpose = "";
    }

    /** The texts of one transaction; they are looked at when it ends. */
    private static final class Counts extends CompletionParticipant {
        private final Repetitions repetitions;
        private final Map<String, Repetition> bySql = new HashMap<>();

        Counts(Repetitions repetitions) {
            this.repetitions = repetitions;
        }

        @Override
        public void afterCompletion(boolean committed) {
            bySql.forEach(repetitions::log);
        }
    }
}
