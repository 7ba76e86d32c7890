package dev.dovetail.orm.internal.work;

import dev.dovetail.core.spi.DatabaseAccess;
import dev.dovetail.core.spi.StatementInfo;
import dev.dovetail.core.spi.StatementListener;
import dev.dovetail.core.spi.StatementPurpose;
import dev.dovetail.core.transaction.ActiveTransaction;
import dev.dovetail.orm.internal.fetch.FetchGuard;
import dev.dovetail.orm.internal.load.SelectinLoader;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.jspecify.annotations.Nullable;

/** The units of work of a persistence: one for each transaction, made when it is first asked for. Thread-safe. */
public final class UnitsOfWork implements StatementListener, AutoCloseable {

    private final Mapper mapper;
    private final StatementPurpose purpose = () -> {
        SessionWork work = existing();
        return work == null ? null : work.purpose();
    };

    private UnitsOfWork(Mapper mapper) {
        this.mapper = mapper;
    }

    /**
     * Units of work that hear of the statements of a database until they are closed.
     *
     * @param readOnlySnapshots whether those that only read notice changes
     */
    public static UnitsOfWork over(
            DatabaseAccess access,
            SessionFactoryImplementor factory,
            Failures failures,
            FetchGuard guard,
            boolean readOnlySnapshots) {
        UnitsOfWork units = new UnitsOfWork(Mapper.of(access, factory, failures, guard, readOnlySnapshots));
        access.addStatementListener(units);
        access.addStatementPurpose(units.purpose);
        return units;
    }

    /**
     * The unit of work of the current transaction.
     *
     * @param what the call that needs it, for the message
     * @throws dev.dovetail.core.error.NoTransactionException if there is none
     */
    public SessionWork current(String what) {
        ActiveTransaction transaction = mapper.access().transactions().require(what);
        return transaction.attachment(this, () -> {
            SessionWork work = new SessionWork(mapper, transaction);
            transaction.enlist(work);
            return work;
        });
    }

    /** Loads associations. */
    public SelectinLoader loader() {
        return mapper.loader();
    }

    @Override
    public void beforeStatement(StatementInfo statement) {
        SessionWork work = existing();
        if (work != null) {
            work.beforeStatement(statement);
        }
    }

    @Override
    public void afterStatement(StatementInfo statement) {
        SessionWork work = existing();
        if (work != null) {
            work.afterStatement(statement);
        }
    }

    @Override
    public void close() {
        mapper.access().removeStatementListener(this);
        mapper.access().removeStatementPurpose(purpose);
    }

    private @Nullable SessionWork existing() {
        ActiveTransaction transaction = mapper.access().transactions().current();
        return transaction == null ? null : (SessionWork) transaction.attachment(this);
    }
}
