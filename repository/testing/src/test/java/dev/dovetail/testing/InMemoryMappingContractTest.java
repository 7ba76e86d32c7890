package dev.dovetail.testing;

import dev.dovetail.repository.Persistence;
import dev.dovetail.repository.memory.InMemoryPersistence;
import dev.dovetail.testing.contract.mapping.Mapped;
import dev.dovetail.testing.contract.mapping.MappingContract;
import org.junit.jupiter.api.AfterAll;

/** The contract of mappings on the fake. */
class InMemoryMappingContractTest extends MappingContract {

    private static final InMemoryPersistence PERSISTENCE =
            InMemoryPersistence.of(Mapped.ENTITIES.toArray(Class<?>[]::new));

    @AfterAll
    static void close() {
        PERSISTENCE.close();
    }

    @Override
    public Persistence persistence() {
        return PERSISTENCE;
    }
}
