package dev.dovetail.migrations.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A folder on disk. */
record DirectoryLocation(Path root) implements ScriptLocation {

    @Override
    public Contents read(String folder) throws IOException {
        Path directory = root.resolve(folder);
        return Files.isDirectory(directory)
                ? new Contents(true, filesIn(directory, directory.toString()))
                : new Contents(false, List.of());
    }

    static List<ScriptFile> filesIn(Path directory, String shown) throws IOException {
        List<ScriptFile> files = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                if (ScriptFile.isScript(path.getFileName().toString()) && Files.isRegularFile(path)) {
                    String relative = directory.relativize(path).toString().replace('\\', '/');
                    files.add(new ScriptFile(relative, shown + "/" + relative, Files.readAllBytes(path)));
                }
            }
        }
        return files;
    }

    @Override
    public List<String> folders() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(root)) {
            return children.filter(Files::isDirectory)
                    .map(child -> child.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
