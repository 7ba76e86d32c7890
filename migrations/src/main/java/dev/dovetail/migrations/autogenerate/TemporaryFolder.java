package dev.dovetail.migrations.autogenerate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that is gone when it is closed.
 *
 * @param path where it is
 */
record TemporaryFolder(Path path) implements AutoCloseable {

    static TemporaryFolder create() {
        try {
            return new TemporaryFolder(Files.createTempDirectory("dovetail-proof"));
        } catch (IOException failure) {
            throw GenerateErrors.notWritten(Path.of(System.getProperty("java.io.tmpdir")), failure);
        }
    }

    void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw GenerateErrors.notWritten(file, failure);
        }
    }

    @Override
    public void close() {
        try {
            List<Path> all = new ArrayList<>();
            try (Stream<Path> files = Files.walk(path)) {
                files.sorted(Comparator.reverseOrder()).forEach(all::add);
            }
            for (Path file : all) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw GenerateErrors.notWritten(path, failure);
        }
    }
}
