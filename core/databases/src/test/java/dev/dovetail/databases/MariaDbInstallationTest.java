package dev.dovetail.databases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MariaDbInstallationTest {

    @TempDir
    private Path first;

    @TempDir
    private Path second;

    @Test
    void takesItsProgramsFromAnyOfTheFolders() throws IOException {
        program(first, "mariadb-install-db");
        program(first, "my_print_defaults");
        Path server = program(second, "mariadbd");

        assertThat(MariaDbInstallation.find(List.of(first, second)))
                .contains(new MariaDbInstallation(server, first.resolve("mariadb-install-db")));
    }

    @Test
    void knowsTheServerByItsOldName() throws IOException {
        program(first, "mariadb-install-db");
        program(first, "my_print_defaults");
        Path server = program(first, "mysqld");

        assertThat(MariaDbInstallation.find(List.of(first)))
                .map(MariaDbInstallation::server)
                .contains(server);
    }

    @Test
    void isNothingWithoutTheProgramsThatMakeTheData() throws IOException {
        program(first, "mariadbd");
        program(first, "mariadb-install-db");

        assertThat(MariaDbInstallation.find(List.of(first, second))).isEmpty();
    }

    private static Path program(Path folder, String name) throws IOException {
        Path program = Files.createFile(folder.resolve(name));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }
}
