package dev.dovetail.databases;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The programs of an installed MariaDB server, all of which it takes to start one. */
record MariaDbInstallation(Path server, Path installDb) {

    private static final List<String> FOLDERS = List.of("/usr/sbin", "/usr/libexec", "/usr/local/sbin");

    static Optional<MariaDbInstallation> find() {
        return find(Stream.concat(
                        Arrays.stream(Objects.requireNonNullElse(System.getenv("PATH"), "")
                                .split(File.pathSeparator)),
                        FOLDERS.stream())
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .toList());
    }

    static Optional<MariaDbInstallation> find(List<Path> folders) {
        Optional<Path> installDb = program(folders, "mariadb-install-db");
        Optional<Path> defaults = program(folders, "my_print_defaults");
        // A mysqld beside mariadb-install-db is MariaDB's under its old name.
        return program(folders, "mariadbd")
                .or(() -> program(folders, "mysqld"))
                .filter(server -> defaults.isPresent())
                .flatMap(server -> installDb.map(install -> new MariaDbInstallation(server, install)));
    }

    private static Optional<Path> program(List<Path> folders, String name) {
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
