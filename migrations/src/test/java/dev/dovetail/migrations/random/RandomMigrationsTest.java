package dev.dovetail.migrations.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.Database;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.autogenerate.Generated;
import dev.dovetail.migrations.autogenerate.model.SchemaModel;
import dev.dovetail.migrations.catalog.Schema;
import dev.dovetail.migrations.support.SchemaBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random models, edits and renamings between them, through the interface that users have: with rows in every table, every
 * other pair in safe steps, every other two begun by a script that somebody wrote. What is written was proven up, down and up,
 * and by a second run that finds nothing; here it is applied, taken back and compared once more, without the proof's help. A
 * seed is one pair: {@code -Djvm.flags=-Ddovetail.models.seed=…}.
 */
@OnEachDatabase
class RandomMigrationsTest {

    private static final int PAIRS =
            Integer.getInteger("dovetail.models.pairs", Boolean.getBoolean("dovetail.exhaustive") ? 1000 : 4);
    private static final int MOST_FAILURES = 8;
    private static final long FIRST = Long.getLong("dovetail.models.seed", 20260201L);

    private final TestDatabase database;

    @TempDir
    Path folder;

    RandomMigrationsTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    @Timeout(7200)
    void everyPairIsMigratedWithItsRows() throws IOException {
        List<AssertionError> failures = new ArrayList<>();
        int found = 0;
        int renamed = 0;
        int steps = 0;
        try (SchemaBench bench = new SchemaBench(database);
                Database opened = Database.open(database.url())) {
            for (long seed = FIRST; seed < FIRST + PAIRS; seed++) {
                RandomModel model = new RandomModel(seed, bench.engine()).keepingValues();
                try {
                    Generated generated = pair(bench, opened, model, seed);
                    found += generated.revision().isPresent() ? 1 : 0;
                    renamed += model.renames().size();
                    steps = Math.max(steps, generated.files().size() / 2);
                } catch (AssertionError failure) {
                    failures.add(failure);
                    System.out.println(failure.getMessage());
                    if (failures.size() == MOST_FAILURES) {
                        break;
                    }
                }
            }
        }
        System.out.println(database.engine() + ": " + PAIRS + " pairs of random models with rows from seed " + FIRST
                + ", " + found + " of them different, " + renamed + " renamings, at most " + steps + " steps");
        assertThat(failures).isEmpty();
        assertThat(found).isGreaterThanOrEqualTo(PAIRS / 2);
    }

    private Generated pair(SchemaBench bench, Database opened, RandomModel model, long seed) throws IOException {
        Path root = folder.resolve("seed" + seed);
        Path scripts = Files.createDirectories(root.resolve(bench.engine().id()));
        Migrations migrations = Migrations.of(
                opened, options -> options.locations(root.toString()).scratch(database.url()));
        List<String> before = model.statements();
        if (seed % 4 < 2) {
            migrations.migrate("first", model(before));
        } else {
            Files.writeString(scripts.resolve("V1__first.sql"), String.join(";\n", before) + ";\n");
        }
        for (int i = 0; i <= seed % 5; i++) {
            model.edit();
        }
        List<String> after = model.statements();
        try {
            bench.clear();
            migrations.upgrade();
            Schema previous = bench.read();
            Generated generated = migrations.migrate("second", model(after), options -> {
                options.allowDrop(true).withData(true).safe(seed % 2 == 0);
                model.requests().forEach(options::rename);
            });
            apply(bench, migrations, previous, after);
            return generated;
        } catch (RuntimeException | AssertionError failure) {
            throw new AssertionError(
                    "seed " + seed + (seed % 2 == 0 ? ", safe" : "") + ", edits " + model.edits() + "\nbefore: "
                            + String.join(";\n", before) + "\nafter: " + String.join(";\n", after) + "\nrenames: "
                            + model.requests() + "\n" + failure.getMessage(),
                    failure);
        }
    }

    private static void apply(SchemaBench bench, Migrations migrations, Schema previous, List<String> after) {
        int steps = migrations.upgrade().steps().size();
        Schema upgraded = bench.read();
        if (steps > 0) {
            migrations.downgrade("-" + steps);
            assertThat(bench.read().withoutColumnOrder()).as("down").isEqualTo(previous.withoutColumnOrder());
        }
        assertThat(upgraded.withoutColumnOrder())
                .as("up")
                .isEqualTo(bench.schema(after).withoutColumnOrder());
    }

    private static SchemaModel model(List<String> statements) {
        return SchemaModel.statements(any -> statements);
    }
}
