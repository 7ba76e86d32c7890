package dev.dovetail.databases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.LauncherSessionListener;

class ReportTest {

    private final Report report = new Report();

    @Test
    void saysNothingIfNoTestAskedForADatabase() {
        assertThat(report.asLine(engine -> "")).isEmpty();
    }

    @Test
    void namesEachEngineWithVersionAndTheOthersWithTheReason() {
        report.addCovered(TestEngine.POSTGRESQL, "18.6", "embedded");
        report.addCovered(TestEngine.SQLITE, "3.54.1", "");
        report.addNotCovered(TestEngine.H2, "it failed to start");

        assertThat(report.asLine(engine -> "not installed"))
                .contains("Databases covered: SQLite 3.54.1, PostgreSQL 18.6 (embedded)."
                        + " Not covered: H2 (it failed to start), MariaDB (not installed).");
    }

    @Test
    void saysNoneWhereNothingStarted() {
        report.addNotCovered(TestEngine.MARIADB, "it failed to start");

        assertThat(report.asLine(engine -> "no test asked for it").orElseThrow())
                .startsWith("Databases covered: none. Not covered: SQLite (no test asked for it)");
    }

    @Test
    void namesTheClassesThatRanOnNoDatabase() {
        report.addAborted("shop.OrdersTest");

        assertThat(report.asLine(engine -> "no test asked for it").orElseThrow())
                .endsWith(" Did not run at all: shop.OrdersTest.");
    }

    @Test
    void isPrintedByAListenerThatThePlatformFinds() {
        assertThat(ServiceLoader.load(LauncherSessionListener.class)).hasAtLeastOneElementOfType(ReportListener.class);
    }
}
