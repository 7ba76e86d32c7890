package dev.dovetail.testing.persistence;

import dev.dovetail.repository.memory.InMemoryPersistence;
import dev.dovetail.testing.internal.Opening;
import dev.dovetail.testing.internal.Run;
import dev.dovetail.testing.internal.Tables;
import java.lang.reflect.Parameter;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Opens a fake for a class, or takes a real persistence that is open already. */
record PersistenceOpening(PersistenceKind kind, OnEveryPersistence asked) implements Opening {

    @Override
    public String displayName() {
        return kind.displayName();
    }

    @Override
    public boolean supports(Parameter parameter) {
        return Subjects.isOne(parameter.getType());
    }

    @Override
    public Run open(ExtensionContext context) {
        return kind.engine()
                .<Run>map(engine -> new RealRun(
                        kind,
                        new Tables(
                                engine,
                                asked.schema().provider(),
                                List.of(asked.entities()),
                                List.of(asked.locations())),
                        context))
                .orElseGet(() -> new FakeRun(
                        InMemoryPersistence.of(options -> options.profile(asked.profile()), asked.entities())));
    }
}
