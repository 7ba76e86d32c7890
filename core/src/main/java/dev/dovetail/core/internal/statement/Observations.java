package dev.dovetail.core.internal.statement;

import dev.dovetail.core.spi.StatementInfo;
import dev.dovetail.core.spi.StatementObserver;
import dev.dovetail.core.statement.StatementLog;
import dev.dovetail.core.statement.Statements;
import dev.dovetail.core.transaction.ActiveTransaction;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who wants to know about the statements of one database. While nobody does, and no recording runs, a statement costs
 * two looks at memory. Thread-safe.
 */
public final class Observations {

    private static final Logger LOG = LoggerFactory.getLogger(Observations.class);

    private final List<Observer> observers = new CopyOnWriteArrayList<>();
    private volatile boolean observed;
    private volatile boolean wantsValues;
    private volatile boolean wantsRows;

    /** For a database with these settings. */
    public Observations(ObservationSettings settings) {
        if (settings.log() != StatementLog.OFF) {
            add(new LoggedStatements(settings.log(), new ShownValues(settings.secret())));
        }
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
            try {
                observer.ended(statement);
            } catch (RuntimeException failure) {
                LOG.warn("An observer of statements failed; the statement did not", failure);
            }
        }
    }

    /** Tells somebody of every statement from now on. */
    public void add(StatementObserver observer) {
        add(new Told(observer));
    }

    /** The opposite. */
    public void remove(StatementObserver observer) {
        observers.remove(new Told(observer));
        look();
    }

    /** Whether anybody looks at the values of parameters. */
    public boolean wantsValues() {
        return wantsValues;
    }

    boolean wantsRows() {
        return wantsRows || Statements.areRecorded();
    }

    private void add(Observer observer) {
        observers.add(observer);
        look();
    }

    private void look() {
        wantsValues = observers.stream().anyMatch(Observer::wantsValues);
        wantsRows = observers.stream().anyMatch(Observer::wantsRows);
        observed = !observers.isEmpty();
    }

    private record Told(StatementObserver observer) implements Observer {
        @Override
        public void ended(Observation statement) {
            observer.ended(statement);
        }
    }
}
