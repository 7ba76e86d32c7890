package dev.dovetail.orm.profile;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.transaction.Isolation;
import dev.dovetail.core.transaction.Transactor;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.orm.OpenPersistence;
import dev.dovetail.repository.Persistence;
import dev.dovetail.repository.memory.EngineProfile;
import dev.dovetail.repository.memory.InMemoryPersistence;
import dev.dovetail.testing.contract.Author;
import dev.dovetail.testing.contract.Authors;
import dev.dovetail.testing.contract.ContractSchema;
import dev.dovetail.testing.contract.Library;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** What a transaction sees of another one that commits meanwhile, and what becomes of its writes, on engine and fake. */
@OnEachDatabase({POSTGRESQL, H2, MARIADB})
@Timeout(60)
class IsolationTest {

    private static @Nullable OpenPersistence open;

    private final OpenPersistence opened = Objects.requireNonNull(open);
    private final TestEngine engine;

    IsolationTest(TestDatabase database) {
        engine = database.engine();
    }

    @BeforeParameterizedClassInvocation
    static void openLibrary(TestDatabase database) {
        open = OpenPersistence.of(database, Library.ENTITIES.toArray(Class<?>[]::new));
        ContractSchema.create(open.db());
    }

    @AfterParameterizedClassInvocation
    static void closeLibrary() {
        if (open != null) {
            open.close();
        }
    }

    @Test
    void theFakeIsIsolatedAsTheEngineIs() {
        List<@Nullable Isolation> levels = new ArrayList<>();
        levels.add(null);
        levels.add(Isolation.READ_COMMITTED);
        levels.add(Isolation.REPEATABLE_READ);
        if (engine != MARIADB) {
            // There readers lock what they read, so that the other transaction would wait.
            levels.add(Isolation.SERIALIZABLE);
        }
        EngineProfile profile = engine == MARIADB ? EngineProfile.MARIADB_BINARY : EngineProfile.valueOf(engine.name());
        for (Isolation level : levels) {
            try (InMemoryPersistence memory = InMemoryPersistence.of(
                    options -> options.profile(profile), Library.ENTITIES.toArray(Class<?>[]::new))) {
                assertThat(history(memory, level))
                        .as("%s %s", engine, level)
                        .isEqualTo(history(opened.persistence(), level));
            }
        }
    }

    private static List<String> history(Persistence persistence, @Nullable Isolation level) {
        Transactor tx = level == null
                ? persistence.transactor()
                : persistence.transactor().isolation(level);
        Authors authors = persistence.repository(Authors.class);
        authors.removeAll();
        Author ann = authors.insert(new Author("Ann", "ann@x"));
        Author bob = authors.insert(new Author("Bob", "bob@x"));
        List<String> history = new ArrayList<>();
        history.add("reads "
                + outcome(() -> tx.run(() -> {
                    history.add("before " + authors.countByName("Ann") + " of " + authors.count());
                    meanwhile(() -> {
                        authors.insert(new Author("Ann"));
                        authors.deleteById(bob.getId());
                    });
                    history.add("after " + authors.countByName("Ann") + " of " + authors.count() + " "
                            + authors.findById(Objects.requireNonNull(bob.getId()))
                                    .isPresent());
                })));
        history.add("writes "
                + outcome(() -> tx.run(() -> {
                    Author mine = authors.one(ann.getId());
                    meanwhile(() -> {
                        Author theirs = authors.one(ann.getId());
                        theirs.setEmail("theirs@x");
                        authors.update(theirs);
                    });
                    mine.setName("Mine");
                    authors.update(mine);
                })));
        history.add("keys "
                + outcome(() -> tx.run(() -> {
                    history.add("there are " + authors.count());
                    meanwhile(() -> authors.insert(new Author("Cid", "cid@x")));
                    authors.insert(new Author("Cid", "cid@x"));
                })));
        history.add("decides "
                + outcome(() -> tx.run(() -> {
                    long seen = authors.count();
                    meanwhile(() -> persistence
                            .transactor()
                            .isolation(Isolation.SERIALIZABLE)
                            .run(() -> {
                                long theirs = authors.count();
                                authors.insert(new Author("n" + theirs));
                            }));
                    authors.insert(new Author("n" + seen));
                })));
        authors.findAll().map(Author::getName).sorted().forEach(history::add);
        return history;
    }

    private static String outcome(Runnable work) {
        try {
            work.run();
            return "committed";
        } catch (RuntimeException failure) {
            return failure.getClass().getSimpleName();
        }
    }

    /** On another thread, to its end. */
    private static void meanwhile(Runnable work) {
        CompletableFuture.runAsync(work).join();
    }
}
