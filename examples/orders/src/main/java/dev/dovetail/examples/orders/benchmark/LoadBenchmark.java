package dev.dovetail.examples.orders.benchmark;

import dev.dovetail.core.Database;
import dev.dovetail.core.engine.Engine;
import dev.dovetail.examples.orders.file.CsvSource;
import dev.dovetail.examples.orders.load.ReferenceData;
import dev.dovetail.migrations.Migrations;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How long the bulk API takes on PostgreSQL for the bundled orders, and how long COPY written by hand for the same rows,
 * turn by turn in the same run. Every turn is rolled back.
 */
public final class LoadBenchmark {

    private static final int WARM_UP_ROUNDS = 10;
    private static final int ROUNDS = 31;

    private LoadBenchmark() {}

    /**
     * Runs on the PostgreSQL database whose URL is given, and prints the result.
     *
     * @throws SQLException if the hand-written COPY fails
     */
    public static void main(String[] args) throws SQLException {
        try (Database database = Database.open(args[0])) {
            System.out.println(run(database));
        }
    }

    /**
     * Measures on a PostgreSQL database, whose schema and users are made where they are missing.
     *
     * @throws IllegalArgumentException if it is another engine
     * @throws SQLException if the hand-written COPY fails
     */
    public static Comparison run(Database database) throws SQLException {
        return run(database, WARM_UP_ROUNDS, ROUNDS);
    }

    static Comparison run(Database database, int warmUpRounds, int rounds) throws SQLException {
        if (database.engine() != Engine.POSTGRESQL) {
            throw new IllegalArgumentException(
                    "COPY is PostgreSQL's, this is " + database.engine().displayName());
        }
        Migrations.of(database).upgrade();
        ReferenceData data = new ReferenceData(database);
        data.load();
        LoadRows rows = LoadRows.of(CsvSource.bundled("orders.csv"), data.ids());
        List<Duration> bulk = new ArrayList<>();
        List<Duration> copy = new ArrayList<>();
        for (int round = 0; round < warmUpRounds + rounds; round++) {
            Duration bulkTime = time(database, () -> BulkLoad.load(database, rows));
            Duration copyTime = time(database, () -> HandWrittenCopy.load(database, rows));
            if (round >= warmUpRounds) {
                bulk.add(bulkTime);
                copy.add(copyTime);
            }
        }
        return new Comparison(rows.size(), median(bulk), median(copy));
    }

    private static Duration time(Database database, Load load) throws SQLException {
        Duration[] elapsed = new Duration[1];
        try {
            database.transactor().run(() -> {
                long start = System.nanoTime();
                load.run();
                elapsed[0] = Duration.ofNanos(System.nanoTime() - start);
                throw new RolledBack();
            });
        } catch (RolledBack onPurpose) {
            return elapsed[0];
        }
        throw new IllegalStateException("the turn was not rolled back");
    }

    private static Duration median(List<Duration> times) {
        Collections.sort(times);
        return times.get(times.size() / 2);
    }

    @FunctionalInterface
    private interface Load {
        void run() throws SQLException;
    }

    private static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
