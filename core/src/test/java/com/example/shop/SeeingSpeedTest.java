package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.Database;
import dev.dovetail.core.DatabaseOptions;
import dev.dovetail.core.spi.StatementInfo;
import dev.dovetail.core.spi.StatementRun;
import dev.dovetail.core.spi.StatementScope;
import dev.dovetail.core.statement.StatementRecording;
import dev.dovetail.core.statement.Statements;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Prints what it costs that statements can be seen: rows by id, read by JDBC under the rules, on SQLite. In a package of an application, so that its lines are call sites. */
class SeeingSpeedTest {

    private static final String SELECT = "select name from t where id = ?";
    private static final StatementInfo INFO = new StatementInfo(false, Set.of("t"), true);
    private static final int READS = 2_000;
    private static final int ROUNDS = 15;

    @Test
    void printsWhatSeeingCosts() {
        try (Database plain = open(options -> {});
                Database counting = open(options -> options.statistics(true));
                Database observed = open(options -> {})) {
            observed.access().addStatementObserver(statement -> {});
            double[][] times = new double[5][ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                times[0][round] = nanos(plain, false);
                times[1][round] = nanos(plain, true);
                times[2][round] = nanos(counting, true);
                times[3][round] = nanos(observed, true);
                times[4][round] = recorded(plain);
            }
            System.out.printf(
                    Locale.ROOT,
                    "Seeing, a row by id on SQLite: raw %.2f us; announced, nobody looking %.2f; statistics %.2f;"
                            + " an observer %.2f; recorded with lines %.2f; announcing alone %.0f ns%n",
                    median(times[0]) / 1e3,
                    median(times[1]) / 1e3,
                    median(times[2]) / 1e3,
                    median(times[3]) / 1e3,
                    median(times[4]) / 1e3,
                    announcing(plain));
        }
    }

    private static Database open(Consumer<DatabaseOptions> options) {
        Database db = Database.open("sqlite:///:memory:", options);
        db.transaction(sql -> sql.execute("create table t (id integer primary key, name text)"));
        db.transaction(sql -> sql.execute("insert into t values (1, 'ann')"));
        return db;
    }

    private static double recorded(Database db) {
        double[] nanos = new double[1];
        StatementRecording recording = Statements.during(() -> nanos[0] = nanos(db, true));
        assertThat(recording.count()).isEqualTo(READS);
        return nanos[0];
    }

    /** For one read. */
    private static double nanos(Database db, boolean announced) {
        return db.<Double, RuntimeException>transaction(sql -> {
            StatementScope scope = db.access().statements();
            try (PreparedStatement statement = scope.connection().prepareStatement(SELECT)) {
                long startedAt = System.nanoTime();
                for (int i = 0; i < READS; i++) {
                    StatementRun run = announced ? scope.start(INFO, SELECT) : null;
                    statement.setLong(1, 1);
                    try (ResultSet rows = statement.executeQuery()) {
                        if (!rows.next()) {
                            throw new IllegalStateException("the row is gone");
                        }
                    }
                    if (run != null) {
                        run.succeeded(1);
                    }
                }
                return (System.nanoTime() - startedAt) / (double) READS;
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    private static double announcing(Database db) {
        return db.<Double, RuntimeException>transaction(sql -> {
            StatementScope scope = db.access().statements();
            double[] nanos = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                long startedAt = System.nanoTime();
                for (int i = 0; i < 50 * READS; i++) {
                    scope.start(INFO, SELECT).succeeded(1);
                }
                nanos[round] = (System.nanoTime() - startedAt) / (50.0 * READS);
            }
            return median(nanos);
        });
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
