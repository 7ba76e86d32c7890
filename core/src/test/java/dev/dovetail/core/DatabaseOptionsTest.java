package dev.dovetail.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import dev.dovetail.core.engine.PoolStatus;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.DatabaseUnavailableException;
import dev.dovetail.core.error.DatabaseUrlException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DatabaseOptionsTest {

    @Test
    void everyBoundIsChecked() {
        Duration negative = Duration.ofMillis(-1);
        Duration twoDays = Duration.ofDays(2);
        Map<String, Consumer<DatabaseOptions>> wrong = Map.ofEntries(
                Map.entry("poolSize cannot be 0", options -> options.poolSize(0)),
                Map.entry("poolSize cannot be 10001", options -> options.poolSize(10_001)),
                Map.entry("maxOverflow cannot be -1", options -> options.maxOverflow(-1)),
                Map.entry("maxOverflow cannot be 10001", options -> options.maxOverflow(10_001)),
                Map.entry("idleTimeout cannot be PT0.999S", options -> options.idleTimeout(Duration.ofMillis(999))),
                Map.entry("idleTimeout cannot be PT48H", options -> options.idleTimeout(twoDays)),
                Map.entry(
                        "connectionTimeout cannot be PT0.249S",
                        options -> options.connectionTimeout(Duration.ofMillis(249))),
                Map.entry("connectionTimeout cannot be PT48H", options -> options.connectionTimeout(twoDays)),
                Map.entry("maxLifetime cannot be PT29S", options -> options.maxLifetime(Duration.ofSeconds(29))),
                Map.entry("maxLifetime cannot be PT48H", options -> options.maxLifetime(twoDays)),
                Map.entry("busyTimeout cannot be PT-0.001S", options -> options.busyTimeout(negative)),
                Map.entry("busyTimeout cannot be PT48H", options -> options.busyTimeout(twoDays)),
                Map.entry("socketTimeout cannot be PT0.5S", options -> options.socketTimeout(Duration.ofMillis(500))),
                Map.entry("socketTimeout cannot be PT48H", options -> options.socketTimeout(twoDays)),
                Map.entry("leakDetection cannot be PT0S", options -> options.leakDetection(Duration.ZERO)),
                Map.entry("leakDetection cannot be PT48H", options -> options.leakDetection(twoDays)),
                Map.entry("pgbouncer cannot be used with SQLite", DatabaseOptions::pgbouncer),
                Map.entry(
                        "replica cannot be of H2 for a database of SQLite", options -> options.replica("h2:mem:copy")),
                Map.entry("replica cannot be a new database", options -> options.replica("sqlite://")));
        wrong.forEach((said, option) -> assertThatThrownBy(() -> Database.open("sqlite://", option))
                .as(said)
                .isInstanceOfSatisfying(
                        DatabaseUrlException.class,
                        refused -> assertThat(refused.code()).isEqualTo(CoreError.BAD_OPTION))
                .hasMessageContaining(said));
    }

    @Test
    void theBoundsThemselvesAreAllowed() {
        // The pool takes so short a period for a clock that leaps.
        try (LogLines quiet = new LogLines("com.zaxxer.hikari.pool.HikariPool", Level.WARN);
                Database db = Database.open(
                        "sqlite://",
                        options -> options.poolSize(1)
                                .maxOverflow(9_999)
                                .idleTimeout(Duration.ofSeconds(1))
                                .connectionTimeout(Duration.ofMillis(250))
                                .maxLifetime(Duration.ofSeconds(30))
                                .busyTimeout(Duration.ZERO)
                                .socketTimeout(Duration.ofDays(1))
                                .leakDetection(Duration.ofDays(1))
                                .prePing(true))) {
            assertThat(db.pool().max()).isEqualTo(10_000);
            assertThat(db.<Integer, RuntimeException>read(
                            sql -> sql.fetchValue("select 1").hashCode()))
                    .isEqualTo(1);
        }
    }

    @Test
    void readsGoToTheReplicaAndWritesToTheDatabase(@TempDir Path folder) {
        String primary = "sqlite:///" + folder.resolve("primary.db");
        String replica = "sqlite:///" + folder.resolve("replica.db");
        for (String url : new String[] {primary, replica}) {
            try (Database db = Database.open(url)) {
                db.transaction(sql -> sql.execute("create table t (name text)"));
                db.transaction(sql -> sql.execute("insert into t values (?)", url));
            }
        }
        String name = "select max(name) from t";
        try (Database db = Database.open(primary, options -> options.replica(replica))) {
            assertThat(db.<Object, RuntimeException>read(sql -> sql.fetchValue(name)))
                    .isEqualTo(replica);
            assertThat(db.transactor()
                            .readOnly()
                            .<Object, RuntimeException>call(
                                    () -> db.access().sql().fetchValue(name)))
                    .isEqualTo(replica);
            assertThat(db.<Object, RuntimeException>transaction(sql -> sql.fetchValue(name)))
                    .isEqualTo(primary);
        }
    }

    @Test
    void anOverflowIsThereWhenNeededAndGoesWhenIdle() throws SQLException {
        String period = "com.zaxxer.hikari.housekeeping.periodMs";
        System.setProperty(period, "100");
        // The pool takes so short a period for a clock that leaps.
        try (LogLines quiet = new LogLines("com.zaxxer.hikari.pool.HikariPool", Level.WARN);
                Database db = Database.open(
                        "sqlite://",
                        options -> options.poolSize(2)
                                .maxOverflow(2)
                                .idleTimeout(Duration.ofSeconds(1))
                                .connectionTimeout(Duration.ofMillis(300)))) {
            List<Connection> taken = new ArrayList<>();
            try {
                for (int i = 0; i < 4; i++) {
                    taken.add(db.access().openConnection());
                }
                assertThat(db.pool().active()).isEqualTo(4);
                assertThatThrownBy(() -> db.access().openConnection())
                        .isInstanceOf(DatabaseUnavailableException.class)
                        .hasMessageContaining("at most 4");
            } finally {
                for (Connection connection : taken) {
                    connection.close();
                }
            }
            PoolTest.until(() -> db.pool().idle() == 2);
            assertThat(db.pool()).isEqualTo(new PoolStatus(0, 2, 0, 4));
        } finally {
            System.clearProperty(period);
        }
    }
}
