package dev.dovetail.migrations.script;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where scripts lie: below it, each engine has a folder of its own. */
sealed interface ScriptLocation permits ClasspathLocation, DirectoryLocation {

    String CLASSPATH = "classpath:";
    String FILESYSTEM = "filesystem:";

    /** {@code classpath:folder}, {@code filesystem:folder} or a folder. */
    static ScriptLocation parse(String location) {
        if (location.startsWith(CLASSPATH)) {
            return ClasspathLocation.of(location.substring(CLASSPATH.length()));
        }
        return new DirectoryLocation(
                Path.of(location.startsWith(FILESYSTEM) ? location.substring(FILESYSTEM.length()) : location));
    }

    /** The {@code .sql} files at any depth below the folder, in no order. */
    Contents read(String folder) throws IOException;

    /** The names of the folders right below. */
    List<String> folders() throws IOException;

    /** The location as it was given. */
    @Override
    String toString();

    /**
     * What is in a folder.
     *
     * @param exists whether there is such a folder
     * @param files its files
     */
    record Contents(boolean exists, List<ScriptFile> files) {}

    /**
     * A file that was found.
     *
     * @param path below the folder, with slashes
     * @param source where it is, for people
     * @param bytes what it holds
     */
    record ScriptFile(String path, String source, byte[] bytes) {

        static boolean isScript(String name) {
            return name.endsWith(".sql");
        }
    }
}
