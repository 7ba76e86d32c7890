package dev.dovetail.testing.persistence;

import dev.dovetail.core.Database;
import dev.dovetail.repository.memory.InMemoryPersistence;
import dev.dovetail.testing.differential.Differential;
import dev.dovetail.testing.internal.Failures;
import dev.dovetail.testing.internal.Run;
import dev.dovetail.testing.internal.Tables;
import java.lang.reflect.Parameter;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A run on a database. If that cannot be brought back after a test, the next one has another. */
final class RealRun implements Run {

    private final PersistenceKind kind;
    private final Tables tables;
    private final ExtensionContext context;
    private OpenPersistence open;

    RealRun(PersistenceKind kind, Tables tables, ExtensionContext context) {
        this.kind = kind;
        this.tables = tables;
        this.context = context;
        this.open = OpenPersistences.of(context).take(tables, context);
    }

    @Override
    public void beforeTest() {
        open.database().beforeTest();
    }

    @Override
    public void afterTest(String test) {
        Failures failures = new Failures();
        open.database().lookForLeaks(failures, test);
        if (!failures.attempt(open.database()::restore)) {
            open.close(failures);
            failures.attempt(() -> open = OpenPersistence.open(tables, context));
        }
        failures.throwFirst();
    }

    @Override
    public Object value(Parameter parameter) {
        Database db = open.database().db();
        return new Subjects(kind, open.persistence(), () -> OutboxRows.of(db), db, this::differential)
                .of(parameter.getType());
    }

    private Differential differential() {
        Class<?>[] entities = tables.entities().toArray(Class<?>[]::new);
        return Differential.of(
                InMemoryPersistence.of(options -> options.profile(kind.profile()), entities), open.persistence());
    }

    @Override
    public void end() {
        OpenPersistences.of(context).giveBack(tables, open);
    }
}
