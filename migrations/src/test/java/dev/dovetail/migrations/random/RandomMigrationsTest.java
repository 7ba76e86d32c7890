package dev.dovetail.migrations.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.autogenerate.Generated;
import dev.dovetail.migrations.autogenerate.model.SchemaModel;
import dev.dovetail.migrations.support.Project;
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
 * other pair in safe steps. What is written was proven up, down and up, and by a second run that finds nothing. A seed is
 * one pair: {@code -Djvm.flags=-Ddovetail.models.seed=…}.
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
        try (Project project = new Project(database.engine(), folder)) {
            for (long seed = FIRST; seed < FIRST + PAIRS; seed++) {
                RandomModel model = new RandomModel(seed, project.engine()).keepingValues();
                try {
                    Generated generated = pair(project, model, seed);
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

    private Generated pair(Project project, RandomModel model, long seed) throws IOException {
        Engine engine = project.engine();
        Path root = folder.resolve("seed" + seed);
        Files.createDirectories(root.resolve(engine.id()));
        Migrations migrations =
                project.migrations(options -> options.locations(root.toString()).scratch(project.url()));
        List<String> before = model.statements();
        migrations.migrate("first", model(before));
        for (int i = 0; i <= seed % 5; i++) {
            model.edit();
        }
        List<String> after = model.statements();
        try {
            return migrations.migrate("second", model(after), options -> {
                options.allowDrop(true).withData(true).safe(seed % 2 == 0);
                model.requests().forEach(options::rename);
            });
        } catch (RuntimeException failure) {
            throw new AssertionError(
                    "seed " + seed + (seed % 2 == 0 ? ", safe" : "") + ", edits " + model.edits() + "\nbefore: "
                            + String.join(";\n", before) + "\nafter: " + String.join(";\n", after) + "\nrenames: "
                            + model.requests() + "\n" + failure.getMessage(),
                    failure);
        }
    }

    private static SchemaModel model(List<String> statements) {
        return SchemaModel.statements(any -> statements);
    }
}
