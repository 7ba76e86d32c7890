package dev.dovetail.testing.persistence;

import dev.dovetail.core.Database;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.transaction.Transactor;
import dev.dovetail.repository.Outbox;
import dev.dovetail.repository.Persistence;
import dev.dovetail.testing.differential.Differential;
import dev.dovetail.testing.error.TestSetupException;
import dev.dovetail.testing.error.TestingError;
import jakarta.data.repository.DataRepository;
import jakarta.data.repository.Repository;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What tests of a run can have as parameters. */
record Subjects(
        PersistenceKind kind,
        Persistence persistence,
        PublishedMessages messages,
        @Nullable Database database,
        @Nullable Supplier<Differential> differential) {

    private static final Set<Class<?>> TYPES = Set.of(
            Transactor.class,
            Outbox.class,
            PublishedMessages.class,
            PersistenceKind.class,
            Database.class,
            Differential.class);

    static boolean isOne(Class<?> type) {
        return TYPES.contains(type) || Persistence.class.isAssignableFrom(type) || isRepository(type);
    }

    private static boolean isRepository(Class<?> type) {
        return type.isInterface()
                && (DataRepository.class.isAssignableFrom(type) || type.isAnnotationPresent(Repository.class));
    }

    Object of(Class<?> type) {
        if (type == Transactor.class) {
            return persistence.transactor();
        }
        if (type == Outbox.class) {
            return persistence.outbox();
        }
        if (type == PublishedMessages.class) {
            return messages;
        }
        if (type == PersistenceKind.class) {
            return kind;
        }
        if (isRepository(type)) {
            return persistence.repository(type);
        }
        if (type.isInstance(persistence)) {
            return persistence;
        }
        if (type == Database.class && database != null) {
            return database;
        }
        if (type == Differential.class && differential != null) {
            return differential.get();
        }
        throw new TestSetupException(new Explanation(
                TestingError.NOT_IN_THIS_RUN,
                "There is no " + type.getSimpleName() + " in a run on " + kind.displayName() + ".",
                "the test wants something that only some of its runs have",
                "move it to a class that runs only where there is one (on = {…}), or take a Persistence"));
    }
}
