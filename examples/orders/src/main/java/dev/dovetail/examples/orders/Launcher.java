package dev.dovetail.examples.orders;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts a program in a JVM of its own, on the classpath of this one, and ends with its exit code. For a build tool that
 * would report a code other than 0 with a stack trace and a code of its own.
 */
final class Launcher {

    private Launcher() {}

    /** Takes what follows {@code java -cp …}: options of the JVM, the main class, its arguments. */
    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (Runtime.version().feature() >= 24) {
            // SQLite's driver and the terminal load native code; from Java 24 on the JVM wants to be told, or warns.
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.add("-cp");
        command.add(classpath());
        command.addAll(List.of(args));
        Process program = new ProcessBuilder(command).inheritIO().start();
        int exitCode;
        try {
            exitCode = program.waitFor();
        } finally {
            program.destroy();
        }
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    private static String classpath() {
        if (!(Launcher.class.getClassLoader() instanceof URLClassLoader loader)) {
            return System.getProperty("java.class.path");
        }
        List<String> entries = new ArrayList<>();
        for (URL url : loader.getURLs()) {
            try {
                entries.add(Path.of(url.toURI()).toString());
            } catch (URISyntaxException malformed) {
                throw new IllegalStateException(url + " cannot stand on a classpath", malformed);
            }
        }
        return String.join(File.pathSeparator, entries);
    }
}
