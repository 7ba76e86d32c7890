package dev.dovetail.core.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.OpenDatabase;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.TransactionException;
import dev.dovetail.core.error.TransactionTimeoutException;
import dev.dovetail.core.error.TransientConflictException;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Another connection to the same file, as of another process. */
@OnEachDatabase(TestEngine.SQLITE)
class SqliteBusyTest extends OpenDatabase {

    private final Transactor tx = db.transactor();

    SqliteBusyTest(TestDatabase database) {
        super(database, options -> options.poolSize(1).busyTimeout(Duration.ofMillis(40)));
    }

    @Test
    void aBeginThatFoundSqliteBusyLeavesASoundConnection() throws SQLException {
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            statement.execute("begin immediate");
            assertThatThrownBy(() -> insert(1, 10)).isInstanceOf(TransientConflictException.class);
            try (Connection pooled = db.access().openConnection()) {
                assertThat(pooled.getAutoCommit()).isTrue();
            }
            statement.execute("rollback");
        }
        insert(1, 10);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aBeginWaitsNoLongerThanTheTransactionsTimeout() throws SQLException {
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            statement.execute("begin immediate");
            assertThatThrownBy(() -> tx.timeout(Duration.ofMillis(10)).run(() -> insert(1, 10)))
                    .isInstanceOf(TransientConflictException.class);
            statement.execute("rollback");
        }
        try (Connection pooled = db.access().openConnection()) {
            assertThat(pooled.unwrap(org.sqlite.SQLiteConnection.class).getBusyTimeout())
                    .isEqualTo(40);
        }
    }

    @Test
    void aWriterTwoLevelsInsideAnotherOneIsRefusedAtOnce() {
        assertThatThrownBy(() -> tx.run(() ->
                        tx.requiresNew().readOnly().run(() -> tx.requiresNew().run(() -> insert(1, 10)))))
                .isInstanceOfSatisfying(
                        TransactionException.class, e -> assertThat(e.code()).isEqualTo(CoreError.SELF_DEADLOCK));
    }

    @Test
    void waitingForTheTurnToWriteCountsForTheTimeout() {
        tx.run(() -> assertThatThrownBy(() -> CompletableFuture.runAsync(
                                () -> tx.timeout(Duration.ofMillis(10)).run(() -> {}))
                        .join())
                .hasCauseInstanceOf(TransactionTimeoutException.class)
                .hasMessageContaining("10 ms"));
    }

    @Test
    void aCommitTakesNoNewLock() {
        List<String> heard = new ArrayList<>();
        tx.run(() -> {
            insert(1, 10);
            db.access()
                    .transactions()
                    .require("test")
                    .enlist(new RecordingParticipant().on("committed", () -> heard.add(othersWrite())));
        });
        assertThat(heard).as("right after the commit").containsExactly("free");
    }

    private String othersWrite() {
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            statement.execute("pragma busy_timeout = 0");
            statement.execute("begin immediate");
            statement.execute("rollback");
            return "free";
        } catch (SQLException failure) {
            return String.valueOf(failure.getMessage());
        }
    }
}
