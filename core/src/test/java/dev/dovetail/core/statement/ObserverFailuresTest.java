package dev.dovetail.core.statement;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.dovetail.core.LogLines;
import dev.dovetail.core.OpenDatabase;
import dev.dovetail.core.internal.statement.Observations;
import dev.dovetail.core.spi.TransactionObserver;
import dev.dovetail.core.transaction.TransactionOptions;
import dev.dovetail.core.transaction.TransactionOutcome;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who looks on does not change what happens, whatever becomes of him. */
@OnEachDatabase
class ObserverFailuresTest extends OpenDatabase {

    private final List<String> heard = new ArrayList<>();

    ObserverFailuresTest(TestDatabase database) {
        super(database);
    }

    @Test
    void anErrorOfAnObserverNeitherLeaksTheTransactionNorMakesItsCommitLookFailed() {
        db.access().addTransactionObserver(new TransactionObserver() {
            @Override
            public void begun(TransactionOptions options) {
                throw new NoClassDefFoundError("begun");
            }

            @Override
            public void savepointSet() {
                throw new NoClassDefFoundError("savepointSet");
            }

            @Override
            public void ended(TransactionOutcome outcome, Duration duration) {
                heard.add(outcome.name());
                throw new StackOverflowError("ended");
            }
        });
        db.access().addStatementObserver(statement -> {
            throw new AssertionError("statement");
        });
        try (LogLines log = new LogLines(Observations.class.getName(), Level.WARN)) {
            db.transactor().run(() -> {
                db.transactor().afterCommit(() -> heard.add("afterCommit"));
                insert(1, 10);
                db.transactor().nested().run(() -> insert(2, 10));
            });
            assertThat(log.lines()).hasSizeGreaterThanOrEqualTo(4);
            assertThat(count()).isEqualTo(2);
        }
        assertThat(heard).containsExactly("COMMITTED", "afterCommit");
        assertThat(db.pool().active()).isZero();
    }
}
