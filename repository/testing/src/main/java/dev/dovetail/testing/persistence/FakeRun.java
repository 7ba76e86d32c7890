package dev.dovetail.testing.persistence;

import dev.dovetail.repository.memory.InMemoryPersistence;
import dev.dovetail.testing.internal.Run;
import java.lang.reflect.Parameter;

/** A run on the fake. */
final class FakeRun implements Run {

    private final InMemoryPersistence persistence;

    FakeRun(InMemoryPersistence persistence) {
        this.persistence = persistence;
    }

    @Override
    public void beforeTest() {}

    @Override
    public void afterTest(String test) {
        persistence.clear();
    }

    @Override
    public Object value(Parameter parameter) {
        return new Subjects(PersistenceKind.FAKE, persistence, persistence.outbox()::published, null, null)
                .of(parameter.getType());
    }

    @Override
    public void end() {
        persistence.close();
    }
}
