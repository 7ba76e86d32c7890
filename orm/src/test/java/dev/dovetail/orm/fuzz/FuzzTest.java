package dev.dovetail.orm.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.orm.OpenPersistence;
import dev.dovetail.orm.model.ShopSchema;
import dev.dovetail.repository.Persistence;
import dev.dovetail.repository.memory.EngineProfile;
import dev.dovetail.repository.memory.InMemoryPersistence;
import dev.dovetail.testing.contract.ContractSchema;
import dev.dovetail.testing.contract.Library;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/**
 * Random programs of repository calls, changes, transactions and savepoints come to the same on the fake, with the profile
 * of the engine, as on the engine: the same results in the same order, the same exceptions, the same rows in the end. A
 * failure prints the seed and the shortest program that still differs; {@code -Ddovetail.fuzz.seed=…} runs one seed alone.
 */
@OnEachDatabase
@Timeout(3600)
class FuzzTest {

    private static final int LENGTH = 40;

    /** With their ends, more than 100,000 lines. */
    private static final int PROGRAMS =
            Integer.getInteger("dovetail.fuzz.programs", Boolean.getBoolean("dovetail.exhaustive") ? 2_600 : 60);

    private static final int SHOWN = Integer.getInteger("dovetail.fuzz.show", 1);

    private static @Nullable OpenPersistence open;

    private final OpenPersistence opened = Objects.requireNonNull(open);
    private final TestEngine engine;

    FuzzTest(TestDatabase database) {
        engine = database.engine();
    }

    @BeforeParameterizedClassInvocation
    static void openLibrary(TestDatabase database) {
        ShopSchema.createOutbox(database);
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
    void programsComeToTheSameOnTheFake() {
        Long only = Long.getLong("dovetail.fuzz.seed");
        List<String> differences = new ArrayList<>();
        Set<List<Step.Kind>> kinds = new HashSet<>();
        for (long seed = only == null ? 1 : only; seed <= (only == null ? PROGRAMS : only); seed++) {
            List<Step> steps = Step.random(new Random(seed), LENGTH);
            if (differences.size() < SHOWN && difference(steps) != null) {
                List<Step> shortest = Shrinking.shortest(steps, fewer -> difference(fewer) != null);
                if (kinds.add(shortest.stream().map(Step::kind).toList())) {
                    differences.add("Seed " + seed + " on " + engine + ", -Ddovetail.fuzz.seed=" + seed
                            + "; the shortest program that differs:\n" + difference(shortest));
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    /** What is different, line by line; null if nothing is. */
    private @Nullable String difference(List<Step> steps) {
        opened.db().transaction(sql -> {
            for (String table : List.of("book_tags", "chapters", "books", "authors", "biographies", "tags", "outbox")) {
                sql.execute("delete from " + table);
            }
            return steps.size();
        });
        List<String> real = run(opened.persistence(), steps);
        List<String> fake;
        try (InMemoryPersistence memory = InMemoryPersistence.of(
                options -> options.profile(EngineProfile.valueOf(engine.name())),
                Library.ENTITIES.toArray(Class<?>[]::new))) {
            fake = run(memory, steps);
        }
        boolean same = true;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.max(real.size(), fake.size()); i++) {
            String there = i < real.size() ? real.get(i) : "";
            String here = i < fake.size() ? fake.get(i) : "";
            boolean sameLine = Refusals.same(there, here, ": ");
            same &= sameLine;
            text.append(sameLine ? there + "\n" : there + "\n  ON THE FAKE: " + here + "\n");
        }
        return same ? null : text.toString();
    }

    private static List<String> run(Persistence persistence, List<Step> steps) {
        try {
            return Program.run(persistence, steps);
        } catch (RuntimeException failure) {
            return List.of("the program itself failed: " + failure);
        }
    }
}
