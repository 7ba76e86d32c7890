package dev.dovetail.core.bulk;

import static dev.dovetail.core.bulk.BulkProgram.CHECKPOINT;
import static dev.dovetail.core.bulk.BulkProgram.LINES;
import static dev.dovetail.core.bulk.BulkProgram.NUMBER;
import static dev.dovetail.core.bulk.BulkProgram.TEXT;
import static dev.dovetail.core.bulk.BulkRow.row;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.Database;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is there after the process was killed (SIGKILL) in the middle, and how little memory it needs. */
@Timeout(300)
@OnEachDatabase({SQLITE, POSTGRESQL})
class BulkProcessTest {

    private static final boolean EXHAUSTIVE = Boolean.getBoolean("dovetail.exhaustive");

    private final TestDatabase database;
    private final Database db;

    BulkProcessTest(TestDatabase database) {
        this.database = database;
        this.db = Database.open(database.url());
    }

    @BeforeEach
    void tables() {
        db.transaction(sql -> {
            sql.dropTableIfExists(LINES).execute();
            sql.dropTableIfExists("bulk_checkpoints").execute();
            sql.execute("create table bulk_checkpoints"
                    + " (name varchar(100) not null primary key, rows_committed bigint not null)");
            return sql.createTable(LINES)
                    .columns(NUMBER, TEXT)
                    .primaryKey(NUMBER)
                    .execute();
        });
    }

    @AfterEach
    void close() {
        db.close();
    }

    private void killInTheMiddle(int commitEvery) throws Exception {
        Process process = BulkProgram.start(256, database.url(), 10_000, 10, commitEvery, 5_500);
        try {
            assertThat(BulkProgram.awaitLine(process, "waiting")).isEqualTo("waiting");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private int count() {
        // In a write transaction: it waits until the server, too, has seen that the process is gone.
        return db.transaction(sql -> sql.fetchCount(LINES));
    }

    @Test
    void killedInTheMiddleNothingIsThere() throws Exception {
        killInTheMiddle(0);
        assertThat(count()).isZero();
        assertThat(BulkProgram.insert(db, 0).rows(LongStream.range(0, 10).boxed(), n -> row(n, "")))
                .isEqualTo(10);
    }

    @Test
    void killedInTheMiddleWholePartsAreThereAndTheRunGoesOn() throws Exception {
        killInTheMiddle(700);
        assertThat(count()).isEqualTo(4_900);
        assertThat(db.bulk().rowsCommitted(CHECKPOINT)).isEqualTo(4_900);
        long more = BulkProgram.insert(db, 700).rows(LongStream.range(0, 10_000).boxed(), n -> row(n, "y"));
        assertThat(more).isEqualTo(5_100);
        assertThat(count()).isEqualTo(10_000);
    }

    @Test
    void moreRowsThanMemoryAreInsertedAtOnce() throws Exception {
        int rows = EXHAUSTIVE ? 5_000_000 : 300_000;
        Process process = BulkProgram.start(128, database.url(), rows, 500, 0, -1);
        try {
            assertThat(BulkProgram.awaitLine(process, "inserted")).isEqualTo("inserted " + rows);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(count()).isEqualTo(rows);
    }
}
