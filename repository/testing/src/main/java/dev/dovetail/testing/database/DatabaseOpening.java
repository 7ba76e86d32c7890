package dev.dovetail.testing.database;

import dev.dovetail.core.Database;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.testing.internal.Opening;
import dev.dovetail.testing.internal.Run;
import dev.dovetail.testing.internal.Tables;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Opens the database of a class. */
record DatabaseOpening(TestEngine engine, FreshDatabase asked) implements Opening {

    private static final Set<Class<?>> TYPES = Set.of(Database.class, TestDatabase.class, TestEngine.class);

    @Override
    public String displayName() {
        return engine.displayName();
    }

    @Override
    public boolean supports(Parameter parameter) {
        return TYPES.contains(parameter.getType());
    }

    @Override
    public Run open(ExtensionContext context) {
        return new DatabaseRun(
                new Tables(engine, asked.schema().provider(), List.of(asked.entities()), List.of(asked.locations())),
                asked.refresh(),
                context);
    }
}
