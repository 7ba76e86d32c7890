package dev.dovetail.examples.orders.benchmark;

import static dev.dovetail.examples.orders.schema.Tables.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.Database;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.examples.orders.file.CsvSource;
import dev.dovetail.examples.orders.load.ReferenceData;
import dev.dovetail.migrations.Migrations;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Prints a short comparison with COPY written by hand; a busy machine must not fail the build, so time is not asserted. */
@OnEachDatabase(TestEngine.POSTGRESQL)
class LoadBenchmarkTest {

    private final TestDatabase database;

    LoadBenchmarkTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void comparesTheSameRowsAndLeavesNothing() throws SQLException {
        try (Database db = Database.open(database.url())) {
            Comparison comparison = LoadBenchmark.run(db, 2, 5);
            System.out.println("Load on PostgreSQL, " + comparison);

            assertThat(comparison.rows()).isGreaterThan(8_000);
            assertThat(comparison.ratio()).isPositive();
            assertThat(db.<Integer, RuntimeException>read(sql -> sql.fetchCount(ORDERS)))
                    .isZero();
        }
    }

    @Test
    void writesTheSameBothWays() throws SQLException {
        try (Database db = Database.open(database.url())) {
            Migrations.of(db).upgrade();
            ReferenceData data = new ReferenceData(db);
            data.load();
            LoadRows rows = LoadRows.of(CsvSource.bundled("orders.csv"), data.ids());

            List<String> byBulk = db.transaction(sql -> {
                BulkLoad.load(db, rows);
                return written(db);
            });
            List<String> byHand = db.<List<String>, SQLException>transaction(sql -> {
                HandWrittenCopy.load(db, rows);
                return written(db);
            });

            assertThat(byBulk).hasSize(rows.size());
            assertThat(byHand).isEqualTo(byBulk);
        }
    }

    @Test
    void refusesAnotherEngine() {
        try (Database sqlite = Database.open("sqlite:///:memory:")) {
            assertThatThrownBy(() -> LoadBenchmark.run(sqlite)).hasMessage("COPY is PostgreSQL's, this is SQLite");
        }
    }

    /** All rows but the ids that the database gave, which are then deleted. */
    private static List<String> written(Database db) {
        return db.transaction(sql -> {
            List<String> rows = new ArrayList<>();
            rows.addAll(sql.fetch("select orders::text from orders order by id").into(String.class));
            rows.addAll(sql.fetch("select (order_id, line_number, product_id, quantity, unit_price_cents, note)::text"
                            + " from order_lines order by order_id, line_number")
                    .into(String.class));
            sql.execute("delete from order_lines");
            sql.execute("delete from orders");
            return rows;
        });
    }
}
