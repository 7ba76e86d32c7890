package dev.dovetail.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.dovetail.core.Database;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

class NoOpenConnectionsTest {

    /** Run by the test below only: its name is not that of a test class. */
    static class Cases {

        static Database db;
        static Connection leaked;

        @RegisterExtension
        final NoOpenConnections noOpenConnections = NoOpenConnections.of(() -> db);

        @BeforeAll
        static void open() {
            db = Database.open("sqlite:///:memory:");
        }

        @AfterAll
        static void close() throws SQLException {
            leaked.close();
            db.close();
        }

        @Test
        void givesEverythingBack() {
            assertThat((Integer) db.read(sql -> sql.fetchValue("select 1", Integer.class)))
                    .isEqualTo(1);
        }

        @Test
        void leaks() {
            leaked = db.access().openConnection();
            assertThat(leaked).isNotNull();
        }
    }

    @Test
    void aTestThatKeepsAConnectionFails() {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(Cases.class))
                .build();
        LauncherFactory.create().execute(request, listener);
        TestExecutionSummary summary = listener.getSummary();
        assertThat(summary.getTestsFoundCount()).isEqualTo(2);
        assertThat(summary.getFailures()).hasSizeBetween(1, 2).anySatisfy(failure -> {
            assertThat(failure.getTestIdentifier().getDisplayName()).isEqualTo("leaks()");
            assertThat(failure.getException())
                    .hasMessageContaining("leaks() left 1 of")
                    .hasMessageContaining("not closed");
        });
    }
}
