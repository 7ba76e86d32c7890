package dev.dovetail.databases;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Prints, at the end of a run in which a test asked for a database, one line that names each engine and version that
 * was covered. The JUnit Platform finds and calls it; it is public for the service loader only.
 */
public final class ReportListener implements LauncherSessionListener {

    /** For the service loader. */
    public ReportListener() {}

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        Report.line().ifPresent(System.out::println);
    }
}
