package dev.dovetail.testing.database;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.dovetail.core.Database;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestDatabases;
import java.util.ArrayList;
import java.util.List;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

class RefreshTest {

    private static final List<TestDatabase> USED = new ArrayList<>();
    private static final List<Integer> COUNTS = new ArrayList<>();

    @BeforeEach
    void forget() {
        USED.clear();
        COUNTS.clear();
    }

    /** Run by the test below only, like the other. */
    @FreshDatabase(
            value = {SQLITE, POSTGRESQL, H2},
            refresh = Refresh.RECREATE)
    static class Recreated {
        @RepeatedTest(2)
        void makesATable(Database db, TestDatabase database) {
            USED.add(database);
            db.transaction(sql -> sql.execute("create table t (id integer)"));
        }
    }

    @Test
    void recreatingDropsWhateverTestsMade() {
        run(Recreated.class, 2 * engines());

        assertThat(USED).doesNotHaveDuplicates().allSatisfy(RefreshTest::isGone);
    }

    @FreshDatabase(
            value = {SQLITE, POSTGRESQL, H2},
            refresh = Refresh.KEEP)
    static class Kept {
        @RepeatedTest(2)
        void insertsOneMore(Database db, TestDatabase database) {
            USED.add(database);
            db.transaction(sql -> sql.execute("create table if not exists t (id integer)"));
            db.transaction(sql -> sql.execute("insert into t values (1)"));
            COUNTS.add(db.<Integer, RuntimeException>read(sql -> sql.fetchCount(DSL.table("t"))));
        }
    }

    @Test
    void keepingLeavesWhatIsThere() {
        run(Kept.class, 2 * engines());

        assertThat(COUNTS).hasSize(2 * engines()).containsOnly(1, 2);
        assertThat(USED).allSatisfy(RefreshTest::isGone);
    }

    @FreshDatabase({SQLITE, POSTGRESQL, H2})
    static class Fails {
        Fails(TestDatabase database) {
            USED.add(database);
            throw new LinkageError("on purpose");
        }

        @Test
        void neverRuns() {}
    }

    @Test
    void aDatabaseGoesAlsoIfTheClassCannotBeMade() {
        run(Fails.class, 0);

        assertThat(USED).hasSize(engines()).allSatisfy(RefreshTest::isGone);
    }

    private static int engines() {
        return (int) TestDatabases.selected().stream()
                .filter(List.of(SQLITE, POSTGRESQL, H2)::contains)
                .count();
    }

    private static void isGone(TestDatabase database) {
        assertThatThrownBy(database::connect).hasMessageContaining("is closed");
    }

    private static void run(Class<?> testClass, int succeeding) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(testClass))
                                .build(),
                        listener);
        assertThat(listener.getSummary().getTestsSucceededCount()).isEqualTo(succeeding);
    }
}
