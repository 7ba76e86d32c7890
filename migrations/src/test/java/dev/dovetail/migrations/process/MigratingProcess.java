package dev.dovetail.migrations.process;

import dev.dovetail.core.Database;
import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.autogenerate.model.SchemaModel;
import dev.dovetail.migrations.backfill.Backfill;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A process of its own that migrates a database, tells each step, and can be killed. */
final class MigratingProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader out;

    private MigratingProcess(Process process) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static MigratingProcess start(Path log, String work, String url, Path locations) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                MigratingProcess.class.getName(),
                work,
                url,
                locations.toString()));
        return new MigratingProcess(
                new ProcessBuilder(command).redirectError(log.toFile()).start());
    }

    /** What the process does. */
    public static void main(String[] arguments) {
        String url = arguments[1];
        try (Database database = Database.open(url, options -> options.poolSize(2))) {
            Migrations migrations = Migrations.of(
                    database,
                    options -> options.locations(arguments[2]).scratch(url).onStep(step -> say(step.revision())));
            switch (arguments[0]) {
                case "upgrade" -> migrations.upgrade();
                case "backfill" ->
                    Backfill.of(database, "killed")
                            .table("counters")
                            .set("n = n + 1")
                            .batchSize(3)
                            .onProgress(progress -> say(progress.batches()))
                            .run();
                default ->
                    migrations.migrate("killed", SchemaModel.statements(engine -> {
                        say("a scratch database is there");
                        return List.of("create table made (id integer)");
                    }));
            }
            say("end");
        }
    }

    private static void say(Object what) {
        System.out.println("said " + what);
        System.out.flush();
    }

    /** The next thing that it tells; null when it has ended. */
    @Nullable
    String next() throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("said ")) {
                return line.substring("said ".length());
            }
        }
        return null;
    }

    /** SIGKILL: nothing of it runs any more. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("still running a minute after its kill");
        }
    }

    @Override
    public void close() throws InterruptedException, IOException {
        kill();
        out.close();
    }
}
