package dev.dovetail.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code :memory:} is made of: a temporary file in a folder of its own. SQLite's shared in-memory databases lock
 * whole tables against readers while somebody writes; a file in WAL mode does not.
 */
record PrivateSqliteFile(Path folder) {

    static PrivateSqliteFile create() {
        try {
            return new PrivateSqliteFile(Files.createTempDirectory(
                    "dovetail-memory-" + ProcessHandle.current().pid() + "-"));
        } catch (IOException failure) {
            throw new UncheckedIOException("No temporary folder for a :memory: database", failure);
        }
    }

    String path() {
        return folder.resolve("memory.db").toString().replace('\\', '/');
    }

    void delete() {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The files of a :memory: database could not be deleted", failure);
        }
    }
}
