package dev.dovetail.migrations.autogenerate;

import dev.dovetail.core.engine.Engine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The folder on disk that scripts are written to: the first of the locations that is one. */
public record ScriptFolder(Path root) {

    private static final String FILESYSTEM = "filesystem:";

    /**
     * Among locations.
     *
     * @throws dev.dovetail.migrations.error.MigrationException if all are on the classpath
     */
    public static ScriptFolder of(List<String> locations) {
        return locations.stream()
                .filter(location -> !location.startsWith("classpath:") && !location.startsWith("java:"))
                .findFirst()
                .map(location -> location.startsWith(FILESYSTEM) ? location.substring(FILESYSTEM.length()) : location)
                .map(location -> new ScriptFolder(Path.of(location)))
                .orElseThrow(() -> GenerateErrors.noFolder(locations));
    }

    /** The engines that have a folder here. */
    public List<Engine> engines() {
        List<Engine> engines = Arrays.stream(Engine.values())
                .filter(engine -> Files.isDirectory(root.resolve(engine.id())))
                .toList();
        if (engines.isEmpty()) {
            throw GenerateErrors.noFolder(List.of(root.toString()));
        }
        return engines;
    }

    /** Makes the folders of engines; those that are there stay. */
    public List<Path> create(List<Engine> engines) {
        List<Path> made = new ArrayList<>();
        for (Engine engine : engines) {
            Path folder = root.resolve(engine.id());
            if (!Files.isDirectory(folder)) {
                try {
                    Files.createDirectories(folder);
                } catch (IOException failure) {
                    throw GenerateErrors.notWritten(folder, failure);
                }
                made.add(folder);
            }
        }
        return made;
    }

    /** Writes new files, all or none; what is there is never overwritten. */
    List<Path> write(Map<Path, String> texts) {
        List<Path> written = new ArrayList<>();
        try {
            for (Map.Entry<Path, String> text : new LinkedHashMap<>(texts).entrySet()) {
                Path file = text.getKey();
                try {
                    Files.createDirectories(file.getParent());
                    Files.writeString(file, text.getValue(), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
                } catch (IOException failure) {
                    throw GenerateErrors.notWritten(file, failure);
                }
                written.add(file);
            }
        } catch (Throwable failure) {
            for (Path file : written) {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException another) {
                    failure.addSuppressed(another);
                }
            }
            throw failure;
        }
        return written;
    }
}
