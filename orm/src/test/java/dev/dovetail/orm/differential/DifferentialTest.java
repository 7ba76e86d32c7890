package dev.dovetail.orm.differential;

import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.OpenPersistence;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/**
 * Random sequences of entity changes, typed and plain SQL, flushes, queries, savepoints, rollbacks and commits come to
 * what a simple model says: each row is one instance, entities are like their rows, nothing that is pending is lost, and
 * a rollback takes everything back. A failure prints the seed and the shortest sequence that still fails; {@code
 * -Ddovetail.differential.seed=…} runs one seed alone.
 */
@OnEachDatabase
@Timeout(1800)
class DifferentialTest {

    private static final int TRIALS = Boolean.getBoolean("dovetail.exhaustive") ? 10_000 : 100;
    private static final int LENGTH = 40;

    private static @Nullable OpenPersistence open;

    private final TestDatabase database;

    DifferentialTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeParameterizedClassInvocation
    static void openAll(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            Storage.create(connection, database.engine());
        }
        open = OpenPersistence.of(database, Room.class, Shelf.class, Item.class, Label.class, Plan.class);
    }

    @AfterParameterizedClassInvocation
    static void closeAll() {
        if (open != null) {
            open.close();
        }
    }

    @Test
    void entitiesAndRowsComeToWhatTheModelSays() throws SQLException {
        Long only = Long.getLong("dovetail.differential.seed");
        try (Connection outside = database.connect()) {
            for (long seed = only == null ? 1 : only; seed <= (only == null ? TRIALS : only); seed++) {
                Outcome outcome = run(Step.random(new Random(seed), LENGTH), outside);
                if (outcome.failure() != null) {
                    fail(seed, outside);
                }
            }
        }
    }

    private void fail(long seed, Connection outside) {
        Outcome shortest = run(Step.random(new Random(seed), LENGTH), outside);
        List<Step> steps = Step.random(new Random(seed), LENGTH);
        for (int size = steps.size() / 2; size > 0; size = size == 1 ? 0 : size / 2) {
            for (int from = 0; from < steps.size(); ) {
                List<Step> fewer = new ArrayList<>(steps.subList(0, from));
                fewer.addAll(steps.subList(Math.min(steps.size(), from + size), steps.size()));
                Outcome outcome = run(fewer, outside);
                if (outcome.failure() == null) {
                    from += size;
                } else {
                    steps = fewer;
                    shortest = outcome;
                }
            }
        }
        throw new AssertionError(
                "Seed " + seed + " on " + database.engine() + ", -Ddovetail.differential.seed=" + seed
                        + "; the shortest sequence that fails:\n" + String.join("\n", shortest.trace()) + "\n",
                shortest.failure());
    }

    private static Outcome run(List<Step> steps, Connection outside) {
        OpenPersistence opened = Objects.requireNonNull(open);
        Scene scene = new Scene(opened.db(), opened.persistence());
        try {
            Trial.run(scene, steps, outside);
            return new Outcome(scene.trace(), null);
        } catch (Throwable failure) {
            return new Outcome(scene.trace(), failure);
        }
    }

    private record Outcome(List<String> trace, @Nullable Throwable failure) {}
}
