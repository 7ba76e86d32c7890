package dev.dovetail.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.error.StatementFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryDatabaseTest {

    private static void createTable(Database db) {
        db.transaction(sql -> sql.execute("create table t (id integer primary key)"));
    }

    private static int count(Database db) {
        return db.read(sql -> sql.fetchCount(DSL.table("t")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sqlite:///:memory:",
                "sqlite://",
                "sqlite:///",
                "jdbc:sqlite:",
                "jdbc:sqlite::memory:",
                "jdbc:sqlite:file::memory:",
                "h2:mem:",
                "jdbc:h2:mem:"
            })
    void withoutANameItIsSeenByAllConnectionsOfItsDatabaseAndByNobodyElse(String url) throws SQLException {
        try (Database one = Database.open(url);
                Database other = Database.open(url);
                Connection busy = one.access().openConnection()) {
            createTable(one);
            assertThat(busy.isClosed()).isFalse();
            assertThat(count(one)).isZero();
            assertThatThrownBy(() -> count(other)).isInstanceOf(StatementFailedException.class);
        }
    }

    @Test
    void onH2ItOutlivesItsPoolsConnections() throws SQLException {
        try (Database db = Database.open("h2:mem:outlives", options -> options.poolSize(1))) {
            createTable(db);
            // As at the end of their lives: none of the pool's is left.
            Connection last = db.access().openConnection();
            last.unwrap(org.h2.jdbc.JdbcConnection.class).close();
            assertThatThrownBy(last::close).isInstanceOf(SQLException.class);
            assertThat(count(db)).isZero();
        }
    }

    @Test
    void onH2ANamedOneIsSharedAndGoesWithItsLastDatabase() {
        try (Database one = Database.open("h2:mem:shared")) {
            createTable(one);
            try (Database other = Database.open("h2:mem:shared")) {
                assertThat(count(other)).isZero();
            }
            assertThat(count(one)).isZero();
        }
        try (Database later = Database.open("h2:mem:shared")) {
            assertThatThrownBy(() -> count(later)).isInstanceOf(StatementFailedException.class);
        }
    }

    @Test
    void onSqliteItLeavesNoFileBehind() {
        Set<Path> before = privateFolders();
        try (Database db = Database.open("sqlite:///:memory:")) {
            createTable(db);
            assertThat(privateFolders()).hasSizeGreaterThan(before.size());
        }
        assertThat(privateFolders()).isSubsetOf(before);
    }

    @Test
    void onSqliteAFailedOpeningLeavesNoFileBehind() {
        Set<Path> before = privateFolders();
        List<Throwable> failures = new ArrayList<>();
        for (String parameters : List.of("?nonsense=1", "?journal_mode=nonsense")) {
            try (Database db = Database.open("sqlite:///:memory:" + parameters)) {
                assertThat(db.pool().max()).isPositive();
            } catch (RuntimeException failure) {
                failures.add(failure);
            }
        }
        assertThat(failures).isNotEmpty();
        assertThat(privateFolders()).isSubsetOf(before);
    }

    private static Set<Path> privateFolders() {
        String ofThisProcess = "dovetail-memory-" + ProcessHandle.current().pid() + "-";
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith(ofThisProcess))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
