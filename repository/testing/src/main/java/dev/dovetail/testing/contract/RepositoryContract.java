package dev.dovetail.testing.contract;

import org.junit.jupiter.api.BeforeEach;

/**
 * What every persistence must do, whatever lies beneath. A test class extends it for each persistence, and says which
 * one; for a real database, {@link ContractSchema} makes the tables. The tables are emptied before each test.
 */
public abstract class RepositoryContract
        implements LifecycleContract,
                FailedWriteContract,
                FindContract,
                OrderContract,
                PageContract,
                ConstraintContract,
                FetchGuardContract,
                LoadContract,
                CascadeContract,
                TransactionContract,
                SavepointContract,
                OutboxContract,
                QueryLanguageContract,
                StatementContract,
                ResultContract,
                CursoredPageContract,
                MethodNameContract,
                UnitOfWorkContract,
                UpsertContract,
                InterfaceContract {

    /** For subclasses. */
    protected RepositoryContract() {}

    /** Leaves nothing of the test before. */
    @BeforeEach
    final void emptyTheTables() {
        tx().run(() -> {
            books().removeAll();
            tags().removeAll();
            authors().removeAll();
            biographies().removeAll();
        });
    }
}
