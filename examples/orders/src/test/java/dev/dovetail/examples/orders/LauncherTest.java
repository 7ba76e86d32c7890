package dev.dovetail.examples.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes as the run command starts them. */
class LauncherTest {

    @TempDir
    Path folder;

    @Test
    void endsWithTheExitCodeOfTheProgram() throws IOException, InterruptedException {
        Process badInput = launch("nowhere.csv", "sqlite:///:memory:");

        assertThat(new String(badInput.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("nowhere.csv: expected a CSV file, found no such file.")
                .doesNotContain("\tat ");
        assertThat(badInput.waitFor()).isEqualTo(2);
    }

    @Test
    void doesTheWholeJobWithItsDefaultsInHalfAGigabyte() throws IOException, InterruptedException {
        Process program = launch();

        String out = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(program.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(err).isEmpty();
        assertThat(program.waitFor()).isZero();
        assertThat(out).contains("Load bundled orders.csv", "All of it", "Peak heap ", " of 512 MB.");
        assertThat(folder.resolve("target/orders.db")).isNotEmptyFile();
    }

    private Process launch(String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName(),
                "-Xmx512m",
                OrdersExample.class.getName()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command).directory(folder.toFile()).start();
    }
}
