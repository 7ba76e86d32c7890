package dev.dovetail.databases;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** An installed MariaDB server on 127.0.0.1, its data in a temporary folder. */
final class MariaDbProcess {

    private static final Duration START = Duration.ofSeconds(60);

    /** A shell holds the server; when its standard input ends, on stop or if this JVM is killed, so does the server. */
    private static final String GUARD =
            "folder=$1; shift; \"$@\" & server=$!; read -r line; kill $server; wait $server; rm -rf \"$folder\"";

    private final Path folder;
    private final Path log;
    private final Process process;

    private MariaDbProcess(Path folder, Path log, Process process) {
        this.folder = folder;
        this.log = log;
        this.process = process;
    }

    static Server start(MariaDbInstallation installation) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("dovetail-mariadb-");
        try {
            Files.createDirectory(folder.resolve("tmp"));
            install(installation, folder);
            int port = freePort();
            MariaDbProcess process = launch(installation, folder, port);
            process.awaitReady();
            return new MariaDbServer(port, "installed", process::stop);
        } catch (IOException | SQLException | RuntimeException e) {
            Folders.delete(folder);
            throw e;
        }
    }

    private static void install(MariaDbInstallation installation, Path folder) throws IOException {
        Path log = folder.resolve("install.log");
        List<String> command = new ArrayList<>(List.of(
                installation.installDb().toString(),
                "--no-defaults",
                "--datadir=" + folder.resolve("data"),
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                "--skip-name-resolve"));
        asRoot(command);
        Process process = started(command, folder, log);
        if (!finished(process, START) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("mariadb-install-db failed; its output ends with:\n" + tail(log));
        }
    }

    private static MariaDbProcess launch(MariaDbInstallation installation, Path folder, int port) throws IOException {
        Path init = Files.write(folder.resolve("init.sql"), MariaDbServer.CREATE_USER);
        Path log = folder.resolve("server.log");
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", GUARD, "guard", folder.toString()));
        command.addAll(List.of(
                installation.server().toString(),
                "--no-defaults",
                "--datadir=" + folder.resolve("data"),
                "--socket=" + folder.resolve("s"),
                "--pid-file=" + folder.resolve("pid"),
                "--init-file=" + init,
                "--port=" + port));
        command.addAll(MariaDbServer.OPTIONS);
        asRoot(command);
        return new MariaDbProcess(folder, log, started(command, folder, log));
    }

    private static Process started(List<String> command, Path folder, Path log) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        // A server that starts removes the temporary tables that it finds, those of another one that is starting, too.
        builder.environment().put("TMPDIR", folder.resolve("tmp").toString());
        return builder.start();
    }

    private static void asRoot(List<String> command) {
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root"); // it refuses to run as root unless told so
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws IOException {
        long deadline = System.nanoTime() + START.toNanos();
        String output = Files.readString(log);
        while (!output.contains("ready for connections")) {
            if (output.contains("Aborting") || !process.isAlive() || System.nanoTime() > deadline) {
                stop();
                throw new IOException("mariadbd did not get ready; its log ends with:\n" + output);
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            output = Files.readString(log);
        }
    }

    private void stop() throws IOException {
        List<ProcessHandle> server = process.descendants().toList();
        process.getOutputStream().close();
        if (!finished(process, Duration.ofSeconds(10))) {
            server.forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        Folders.delete(folder);
    }

    private static boolean finished(Process process, Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String tail(Path log) throws IOException {
        String output = Files.readString(log);
        return output.substring(Math.max(0, output.length() - 2000));
    }
}
