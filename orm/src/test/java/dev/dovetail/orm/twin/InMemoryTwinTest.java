package dev.dovetail.orm.twin;

import dev.dovetail.repository.Persistence;
import dev.dovetail.repository.memory.InMemoryPersistence;

/** On the fake. */
class InMemoryTwinTest extends TwinContract {
    private final Persistence persistence = InMemoryPersistence.of(options -> options.clock(clock), ENTITIES);

    InMemoryTwinTest() {
        super(new SettableClock());
    }

    @Override
    Persistence persistence() {
        return persistence;
    }
}
