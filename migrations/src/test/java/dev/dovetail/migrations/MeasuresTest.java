package dev.dovetail.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.migrations.autogenerate.Generated;
import dev.dovetail.migrations.autogenerate.model.SchemaModel;
import dev.dovetail.migrations.catalog.Schema;
import dev.dovetail.migrations.support.Project;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How long things take, printed: a few tables and revisions, and with {@code -Pexhaustive} the numbers that count. */
@OnEachDatabase
@Timeout(300)
class MeasuresTest {

    private static final boolean EXHAUSTIVE = Boolean.getBoolean("dovetail.exhaustive");
    private static final int TABLES = EXHAUSTIVE ? 200 : 10;
    private static final int REVISIONS = EXHAUSTIVE ? 500 : 10;
    private static final int NO_OPS = EXHAUSTIVE ? 200 : 10;

    private final TestEngine engine;

    MeasuresTest(TestDatabase database) {
        this.engine = database.engine();
    }

    private static List<String> tables(int count, String type) {
        List<String> sql = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sql.add("create table t" + i + " (id bigint not null, name varchar(50) not null, amount " + type
                    + ", created timestamp, parent bigint, constraint pk_t" + i + " primary key (id), constraint uq_t"
                    + i
                    + " unique (name), constraint ck_t" + i + " check (length(name) > 1), constraint fk_t" + i
                    + " foreign key (parent) references t" + Math.max(0, i - 1) + " (id))");
            sql.add("create index ix_t" + i + " on t" + i + " (created)");
        }
        return sql;
    }

    private record Times(long first, long change, long read) {}

    @Test
    void autogenerateWithProofAndIntrospection(@TempDir Path folder) throws Exception {
        if (EXHAUSTIVE) {
            // Otherwise the few pay for all that is slow the first time.
            autogenerate(folder.resolve("warm"), TABLES / 10);
        }
        Times few = autogenerate(folder.resolve("few"), TABLES / 10);
        Times many = autogenerate(folder.resolve("many"), TABLES);
        print(
                "%d tables: first migrate with proof %d ms, a change of every table %d ms, introspection %d ms;"
                        + " tenfold the tables cost %.1f, %.1f and %.1f times as much",
                TABLES,
                ms(many.first),
                ms(many.change),
                ms(many.read),
                (double) many.first / few.first,
                (double) many.change / few.change,
                (double) many.read / few.read);
    }

    private Times autogenerate(Path folder, int count) throws Exception {
        try (Project project = new Project(engine, folder)) {
            Migrations migrations = project.migrations(options -> options.scratch(project.url()));
            long first = System.nanoTime();
            migrations.migrate("first", SchemaModel.statements(any -> tables(count, "integer")));
            long second = System.nanoTime();
            Generated changed = migrations.migrate("second", SchemaModel.statements(any -> tables(count, "bigint")));
            long end = System.nanoTime();
            assertThat(changed.detected().get(0).changes()).hasSize(count);
            migrations.upgrade();
            long read = Long.MAX_VALUE;
            try (Connection connection = project.connect()) {
                for (int i = 0; i < 5; i++) {
                    long start = System.nanoTime();
                    assertThat(Schema.read(connection, project.engine()).tables())
                            .hasSize(count);
                    read = Math.min(read, System.nanoTime() - start);
                }
            }
            return new Times(second - first, end - second, read);
        }
    }

    private record Applied(long upgrade, double nothing) {}

    @Test
    void manyRevisions(@TempDir Path folder) {
        Applied few = revisions(folder.resolve("few"), REVISIONS / 10);
        Applied many = revisions(folder.resolve("many"), REVISIONS);
        print(
                "%d revisions applied in %d ms; upgrade with nothing to do %.1f ms when warm (median of %d);"
                        + " tenfold the revisions cost %.1f and %.1f times as much",
                REVISIONS,
                ms(many.upgrade),
                many.nothing / 1e6,
                NO_OPS / 2,
                (double) many.upgrade / few.upgrade,
                many.nothing / few.nothing);
    }

    private Applied revisions(Path folder, int count) {
        try (Project project = new Project(engine, folder)) {
            for (int i = 1; i <= count; i++) {
                project.script("V" + i + "__t.sql", "create table t" + i + " (id integer primary key);");
            }
            long start = System.nanoTime();
            assertThat(project.migrations().upgrade().steps()).hasSize(count);
            long applied = System.nanoTime();
            // The first half warms the machine.
            long[] nothing = new long[NO_OPS];
            for (int i = 0; i < NO_OPS; i++) {
                long before = System.nanoTime();
                assertThat(project.migrations().upgrade().steps()).isEmpty();
                nothing[i] = System.nanoTime() - before;
            }
            Arrays.sort(nothing, NO_OPS / 2, NO_OPS);
            return new Applied(applied - start, nothing[NO_OPS * 3 / 4]);
        }
    }

    private void print(String format, Object... values) {
        System.out.println(engine + ": " + String.format(Locale.ROOT, format, values));
    }

    private static long ms(long nanos) {
        return nanos / 1_000_000;
    }
}
