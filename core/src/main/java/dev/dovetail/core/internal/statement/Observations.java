package dev.dovetail.core.internal.statement;

import dev.dovetail.core.error.ConflictingOptionException;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.spi.StatementInfo;
import dev.dovetail.core.spi.StatementObserver;
import dev.dovetail.core.spi.StatementPurpose;
import dev.dovetail.core.spi.TransactionObserver;
import dev.dovetail.core.statement.StatementLog;
import dev.dovetail.core.statement.StatementStatistics;
import dev.dovetail.core.statement.Statements;
import dev.dovetail.core.transaction.ActiveTransaction;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who wants to know about the statements and transactions of one database. While nobody does, and no recording runs, a
 * statement costs two looks at memory. Thread-safe.
 */
public final class Observations implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Observations.class);

    private final List<Observer> observers = new CopyOnWriteArrayList<>();
    private final List<StatementPurpose> purposes = new CopyOnWriteArrayList<>();
    private final List<TransactionObserver> transactionObservers = new CopyOnWriteArrayList<>();
    private final boolean statistics;
    private final @Nullable SlowStatements slow;
    private final @Nullable SlowPlans plans;
    private volatile boolean observed;
    private volatile boolean wantsValues;
    private volatile boolean wantsRows;

    /** For a database with these settings and this way to plans. */
    public Observations(ObservationSettings settings, Explainer explainer) {
        if (settings.log() != StatementLog.OFF) {
            observers.add(new LoggedStatements(settings.log(), new ShownValues(settings.secret())));
            transactionObservers.add(new LoggedTransactions());
        }
        statistics = settings.statistics();
        if (statistics) {
            observers.add(new TransactionCounters());
        }
        if (settings.repeated() != null) {
            observers.add(new Repetitions(settings.repeatedLimit(), settings.repeated(), this::purpose));
        }
        plans = settings.plans() ? new SlowPlans(explainer, System::nanoTime) : null;
        slow = settings.slow() == null
                ? null
                : new SlowStatements(settings.slow().toNanos(), plans);
        if (slow != null) {
            observers.add(slow);
        }
        wantsValues = observers.stream().anyMatch(Observer::wantsValues);
        wantsRows = observers.stream().anyMatch(Observer::wantsRows);
        observed = !observers.isEmpty();
    }

    /** Whether anybody wants to know of a statement of this thread. */
    public boolean areWanted() {
        return observed || Statements.areRecorded();
    }

    /** Begins with a statement that is about to be sent. */
    public Observation begin(String sql, @Nullable StatementInfo info, @Nullable ActiveTransaction transaction) {
        Observation statement = new Observation(this, sql, info, transaction);
        for (Observer observer : observers) {
            observer.sending(statement);
        }
        if (Statements.areRecorded()) {
            // Taken here, where the application's line is on the stack for certain.
            statement.callSite();
            Statements.record(statement);
        }
        statement.start();
        return statement;
    }

    void ended(Observation statement) {
        for (Observer observer : observers) {
            shielded(() -> observer.ended(statement));
        }
    }

    /** Whether anybody wants to know of transactions. */
    boolean transactionsAreWanted() {
        return !transactionObservers.isEmpty();
    }

    void tell(Consumer<TransactionObserver> event) {
        for (TransactionObserver observer : transactionObservers) {
            shielded(() -> event.accept(observer));
        }
    }

    /** Tells somebody of every statement from now on. */
    public void add(StatementObserver observer) {
        observers.add(new Told(observer));
        observed = true;
    }

    /** The opposite. */
    public void remove(StatementObserver observer) {
        observers.remove(new Told(observer));
        observed = !observers.isEmpty();
    }

    /** Asks somebody what statements are for. */
    public void add(StatementPurpose purpose) {
        purposes.add(purpose);
    }

    /** The opposite. */
    public void remove(StatementPurpose purpose) {
        purposes.remove(purpose);
    }

    private @Nullable String purpose() {
        for (StatementPurpose purpose : purposes) {
            String known = purpose.current();
            if (known != null) {
                return known;
            }
        }
        return null;
    }

    /** Tells somebody of every transaction that begins from now on. */
    public void add(TransactionObserver observer) {
        transactionObservers.add(observer);
    }

    /** The opposite. */
    public void remove(TransactionObserver observer) {
        transactionObservers.remove(observer);
    }

    /** Whether anybody looks at the values of parameters. */
    public boolean wantsValues() {
        return wantsValues;
    }

    boolean wantsRows() {
        return wantsRows || Statements.areRecorded();
    }

    /** How many statements were slow; 0 if none ever is. */
    public long slowStatements() {
        return slow == null ? 0 : slow.count();
    }

    /**
     * What the statements of a transaction came to so far.
     *
     * @throws ConflictingOptionException if they are not added up
     */
    public StatementStatistics statistics(ActiveTransaction transaction) {
        if (!statistics) {
            throw new ConflictingOptionException(
                    new Explanation(
                            CoreError.STATISTICS_OFF,
                            "The statistics of a transaction were asked for, but this database does not count.",
                            "it was opened without the option statistics",
                            "open it with Database.open(url, options -> options.statistics(true))"),
                    null);
        }
        return TransactionCounters.of(transaction);
    }

    @Override
    public void close() {
        if (plans != null) {
            plans.close();
        }
    }

    /** Also from an Error: after a commit it would look as if that had failed, after a begin nobody would end it. */
    private static void shielded(Runnable call) {
        try {
            call.run();
        } catch (Throwable failure) {
            LOG.warn("Somebody who is told of statements and transactions failed; those did not", failure);
        }
    }

    private record Told(StatementObserver observer) implements Observer {
        @Override
        public void ended(Observation statement) {
            observer.ended(statement);
        }
    }
}
