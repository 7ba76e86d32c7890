package dev.dovetail.orm.testing;

import static dev.dovetail.testing.persistence.PersistenceKind.FAKE;
import static dev.dovetail.testing.persistence.PersistenceKind.POSTGRESQL;
import static dev.dovetail.testing.persistence.PersistenceKind.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.dovetail.core.Database;
import dev.dovetail.core.transaction.Transactor;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestDatabases;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.testing.database.FreshDatabase;
import dev.dovetail.testing.database.SchemaSource;
import dev.dovetail.testing.persistence.OnEveryPersistence;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** What a user is told whose tests do something wrong, and that the tests after them do not suffer. */
class RunFailuresTest {

    private static final int REAL = (int) TestDatabases.selected().stream()
            .filter(List.of(TestEngine.SQLITE, TestEngine.POSTGRESQL)::contains)
            .count();

    /** Run by the test below only, like the others: their names are not those of test classes. */
    @OnEveryPersistence(
            entities = Member.class,
            on = {SQLITE, POSTGRESQL})
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class Leaks {

        @Test
        @Order(1)
        void keepsAConnection(Database db) {
            assertThat(db.access().openConnection()).isNotNull();
        }

        @Test
        @Order(2)
        void isNotToBlameForTheConnection(Members members) {
            members.insert(new Member("a@example.com", "A"));
        }

        @Test
        @Order(3)
        void leavesATransactionOpen(Database db) throws SQLException {
            Connection connection = db.access().openConnection();
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("insert into members (email, version) values ('left@example.com', 1)");
            }
        }

        @Test
        @Order(4)
        void isNotToBlameForTheTransaction(Members members) {
            assertThat(members.insert(new Member("a@example.com", "A")).getId()).isEqualTo(1);
        }
    }

    @Test
    void aTestThatKeepsAConnectionOrTransactionFailsAndNoOther() {
        TestExecutionSummary summary = run(Leaks.class);

        assertThat(summary.getFailures())
                .allSatisfy(failure -> assertThat(failure.getException())
                        .hasMessageContaining(" left 1 of ")
                        .hasMessageContaining("was not closed"))
                .extracting(failure -> failure.getTestIdentifier().getDisplayName())
                .hasSize(2 * REAL)
                .containsOnly("keepsAConnection(Database)", "leavesATransactionOpen(Database)");
        assertThat(summary.getFailures())
                .flatExtracting(failure -> List.of(failure.getException().getSuppressed()))
                .extracting(Throwable::getMessage)
                .filteredOn(message -> message.startsWith("This test left 1 transaction open on "))
                .hasSize(REAL);
        assertThat(summary.getTestsSucceededCount()).isEqualTo(2L * REAL);
    }

    @OnEveryPersistence(
            entities = String.class,
            on = {FAKE, SQLITE})
    static class NoEntity {
        @Test
        void neverRuns() {}
    }

    @Test
    void aClassThatIsNoEntityIsNamed() {
        TestExecutionSummary summary = run(NoEntity.class);

        assertThat(summary.getTestsStartedCount()).isZero();
        assertThat(messages(summary))
                .singleElement()
                .asString()
                .contains("NoEntity names java.lang.String among its entities, which is none", "DVT-803");
    }

    @OnEveryPersistence(
            entities = Member.class,
            on = {FAKE, SQLITE})
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class Throws {
        @Test
        @Order(1)
        void throwsInATransaction(Members members, Transactor tx) {
            tx.run(() -> {
                members.insert(new Member("a@example.com", "A"));
                throw new AssertionError("the user's own");
            });
        }

        @Test
        @Order(2)
        void findsNothing(Members members) {
            assertThat(members.findAll()).isEmpty();
        }
    }

    @Test
    void whatATestThrowsIsItsFailureAlone() {
        TestExecutionSummary summary = run(Throws.class);

        assertThat(messages(summary)).containsOnly("the user's own").isNotEmpty();
        assertThat(summary.getTestsSucceededCount()).isEqualTo(summary.getTestsFailedCount());
    }

    /** Both classes are in their test at the same time, or the barrier breaks. */
    private static final CyclicBarrier BOTH = new CyclicBarrier(2);

    @OnEveryPersistence(entities = Member.class, on = SQLITE)
    @Execution(ExecutionMode.CONCURRENT)
    static class OneOfTwo {
        @Test
        void sharesNothing(Members members) throws Exception {
            assertThat(members.insert(new Member("a@example.com", "A")).getId()).isEqualTo(1);
            BOTH.await(30, TimeUnit.SECONDS);
            assertThat(members.findAll()).hasSize(1);
        }
    }

    static class OtherOfTwo extends OneOfTwo {}

    @Test
    void classesThatRunAtTheSameTimeShareNothing() {
        if (!TestDatabases.selected().contains(TestEngine.SQLITE)) {
            return;
        }
        TestExecutionSummary summary =
                run(Map.of("junit.jupiter.execution.parallel.enabled", "true"), OneOfTwo.class, OtherOfTwo.class);

        assertThat(messages(summary)).isEmpty();
        assertThat(summary.getTestsSucceededCount()).isEqualTo(2);
    }

    @FreshDatabase(schema = SchemaSource.ENTITIES, entities = Member.class)
    static class LeavesASession {
        private static Database other;

        @Test
        void opensADatabaseOfItsOwn(TestDatabase database) {
            other = Database.open(database.url());
        }

        @AfterEach
        void afterwards() {
            assertThat(other).isNotNull();
        }
    }

    @Test
    void aClassThatLeavesADatabaseOpenFails() {
        TestExecutionSummary summary = run(LeavesASession.class);

        assertThat(messages(summary))
                .isNotEmpty()
                .allSatisfy(message -> assertThat(message).contains("This test class left"));
        LeavesASession.other.close();
    }

    private static List<String> messages(TestExecutionSummary summary) {
        return summary.getFailures().stream()
                .map(failure -> failure.getException().getMessage())
                .toList();
    }

    private static TestExecutionSummary run(Class<?>... classes) {
        return run(Map.of(), classes);
    }

    private static TestExecutionSummary run(Map<String, String> parameters, Class<?>... classes) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
                .configurationParameter("dovetail.test.leaks.patience", "200")
                .configurationParameters(parameters);
        List.of(classes).forEach(type -> request.selectors(selectClass(type)));
        LauncherFactory.create().execute(request.build(), listener);
        return listener.getSummary();
    }
}
