package dev.dovetail.testing;

import dev.dovetail.repository.OutboxMessage;
import dev.dovetail.repository.Persistence;
import dev.dovetail.repository.memory.InMemoryPersistence;
import dev.dovetail.testing.contract.Library;
import dev.dovetail.testing.contract.RepositoryContract;
import java.util.List;
import org.junit.jupiter.api.AfterAll;

/** The contract on the fake. */
class InMemoryContractTest extends RepositoryContract {

    private static final InMemoryPersistence PERSISTENCE =
            InMemoryPersistence.of(Library.ENTITIES.toArray(Class<?>[]::new));

    @AfterAll
    static void close() {
        PERSISTENCE.close();
    }

    @Override
    public Persistence persistence() {
        return PERSISTENCE;
    }

    @Override
    public List<OutboxMessage> published() {
        return PERSISTENCE.outbox().published();
    }

    @Override
    public boolean sendsStatements() {
        return false;
    }
}
