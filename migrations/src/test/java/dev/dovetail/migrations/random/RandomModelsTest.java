package dev.dovetail.migrations.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.migrations.diff.Rename;
import dev.dovetail.migrations.support.SchemaBench;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Random models and random edits between them: what is found is carried out up and down, and the catalog compared. A seed
 * is one pair, so that a failure can be run again by itself: {@code -Djvm.flags=-Ddovetail.models.seed=…}.
 */
@OnEachDatabase
class RandomModelsTest {

    private static final int PAIRS = Boolean.getBoolean("dovetail.exhaustive") ? 3000 : 15;
    private static final int MOST_FAILURES = 8;
    private static final long FIRST = Long.getLong("dovetail.models.seed", 20260101L);

    private final TestDatabase database;

    RandomModelsTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    @Timeout(3600)
    void everyPairIsProven() {
        List<AssertionError> failures = new ArrayList<>();
        int found = 0;
        try (SchemaBench bench = new SchemaBench(database)) {
            for (long seed = FIRST; seed < FIRST + PAIRS; seed++) {
                try {
                    found += pair(bench, seed, edits(seed)) ? 1 : 0;
                } catch (AssertionError failure) {
                    failures.add(failure);
                    if (failures.size() == MOST_FAILURES) {
                        break;
                    }
                }
            }
        }
        System.out.println(database.engine() + ": " + PAIRS + " pairs of random models from seed " + FIRST + ", "
                + found + " of them different");
        assertThat(failures).isEmpty();
        assertThat(found).isGreaterThanOrEqualTo(PAIRS / 2);
    }

    private static int edits(long seed) {
        return 1 + (int) (seed % 5);
    }

    /** A failure is tried again with fewer edits, so that what remains is short. */
    private boolean pair(SchemaBench bench, long seed, int edits) {
        RandomModel model = new RandomModel(seed, bench.engine());
        List<String> before = model.statements();
        for (int i = 0; i < edits; i++) {
            model.edit();
        }
        List<String> after = model.statements();
        try {
            return !bench.detected(before, after, model.renames().toArray(Rename[]::new))
                    .isEmpty();
        } catch (IllegalStateException | AssertionError failure) {
            if (edits > 1) {
                pair(bench, seed, edits - 1);
            }
            throw new AssertionError(
                    "seed " + seed + ", edits " + model.edits() + "\nbefore: " + String.join(";\n", before)
                            + "\nafter: " + String.join(";\n", after) + "\n" + failure.getMessage(),
                    failure);
        }
    }
}
