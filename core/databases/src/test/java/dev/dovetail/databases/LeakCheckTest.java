package dev.dovetail.databases;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

class LeakCheckTest {

    @OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class LeavesATransactionOpen {
        private static Connection left;
        private final TestDatabase database;

        LeavesATransactionOpen(TestDatabase database) {
            this.database = database;
        }

        @Test
        @Order(1)
        void isClean() throws SQLException {
            try (Connection connection = database.connect()) {
                Sql.run(connection, "create table t (id int)");
            }
        }

        @Test
        @Order(2)
        void leaks() throws SQLException {
            left = database.connect();
            left.setAutoCommit(false);
            Sql.run(left, "insert into t values (1)");
        }

        @Test
        @Order(3)
        void isNotToBlame() {}

        @Test
        @Order(4)
        void cleansUp() throws SQLException {
            left.close();
        }
    }

    @OnEachDatabase({SQLITE, POSTGRESQL, MARIADB})
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class LeavesAReaderOpen {
        private static Connection left;
        private final TestDatabase database;

        LeavesAReaderOpen(TestDatabase database) {
            this.database = database;
        }

        @Test
        @Order(1)
        void isClean() throws SQLException {
            try (Connection connection = database.connect()) {
                if (database.engine() == SQLITE) {
                    Sql.run(connection, "pragma journal_mode = wal");
                }
                Sql.run(connection, "create table t (id int)");
            }
        }

        @Test
        @Order(2)
        void leaks() throws SQLException {
            left = database.connect();
            left.setAutoCommit(false);
            Sql.text(left, "select count(*) from t");
        }

        @Test
        @Order(3)
        void isCleanAfterwards() throws SQLException {
            left.close();
        }
    }

    @OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
    static class LeavesASessionOpen {
        private static Connection left;
        private final TestDatabase database;

        LeavesASessionOpen(TestDatabase database) {
            this.database = database;
        }

        @Test
        void leaks() throws SQLException {
            left = database.connect();
            Sql.run(left, "create table t (id int)");
        }
    }

    private static EngineExecutionResults run(Class<?> testClass) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter(LeakCheck.PATIENCE_PARAMETER, "100")
                .selectors(selectClass(testClass))
                .execute();
    }

    @Test
    void failsTheTestThatLeftATransactionOpenAndNoOther() {
        EngineExecutionResults results = run(LeavesATransactionOpen.class);

        assertThat(failures(results.testEvents().failed().list()))
                .hasSameSizeAs(TestDatabases.selected())
                .allSatisfy(failure -> assertThat(failure)
                        .startsWith("leaks(): This test left 1 transaction open on ")
                        .contains("Likely", "Close in the test what it opens"));
        results.testEvents()
                .assertStatistics(
                        stats -> stats.succeeded(3L * TestDatabases.selected().size()));
        results.containerEvents().assertStatistics(stats -> stats.failed(0));
    }

    @Test
    void noticesATransactionThatHasOnlyRead() {
        EngineExecutionResults results = run(LeavesAReaderOpen.class);

        assertThat(failures(results.testEvents().failed().list()))
                .hasSize(selectedWithoutH2())
                .allSatisfy(
                        failure -> assertThat(failure).startsWith("leaks(): This test left 1 transaction open on "));
        results.testEvents().assertStatistics(stats -> stats.succeeded(2L * selectedWithoutH2()));
    }

    private static int selectedWithoutH2() {
        return (int)
                TestDatabases.selected().stream().filter(engine -> engine != H2).count();
    }

    @Test
    void failsTheClassThatLeftASessionOpenAndDropsItsDatabase() {
        EngineExecutionResults results = run(LeavesASessionOpen.class);

        results.testEvents().assertStatistics(stats -> stats.failed(0));
        assertThat(failures(results.containerEvents().failed().list()))
                .hasSameSizeAs(TestDatabases.selected())
                .allSatisfy(failure ->
                        assertThat(failure).contains("This test class left", "was not closed", "Close in @AfterAll"));
    }

    @Test
    void showsTheLastStatementOfTheSession() {
        if (TestDatabases.selected().contains(POSTGRESQL)) {
            assertThat(failures(run(LeavesATransactionOpen.class)
                            .testEvents()
                            .failed()
                            .list()))
                    .anySatisfy(failure -> assertThat(failure)
                            .contains("PostgreSQL database", "idle in transaction", "insert into t values (1)"));
        }
    }

    @Test
    void refusesADatabaseThatItDoesNotKnow() {
        TestDatabase foreign = (TestDatabase) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {TestDatabase.class}, (proxy, method, arguments) -> null);

        assertThatThrownBy(() -> LeakCheck.of(foreign)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> failures(List<Event> events) {
        return events.stream()
                .map(event -> event.getTestDescriptor().getDisplayName() + ": "
                        + event.getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class)
                                .getThrowable()
                                .orElseThrow()
                                .getMessage())
                .toList();
    }
}
