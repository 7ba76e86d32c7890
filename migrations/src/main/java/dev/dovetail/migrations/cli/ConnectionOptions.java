package dev.dovetail.migrations.cli;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which database, and where its scripts are. */
final class ConnectionOptions {

    static final String VARIABLE = "DOVETAIL_URL";

    @Option(
            names = "--url",
            paramLabel = "<url>",
            description = "The database, for example sqlite:///shop.db or postgresql://user:password@host/db."
                    + " Default: the environment variable " + VARIABLE
                    + ", which keeps the password out of the list of processes.")
    @Nullable
    String url;

    @Option(
            names = "--locations",
            paramLabel = "<folder>",
            split = ",",
            description = "Folders with scripts; each has one folder per engine (sqlite, postgresql, ...)."
                    + " Default: src/main/resources/db/migration")
    List<String> locations = List.of("src/main/resources/db/migration");

    @Option(
            names = "--lock-timeout",
            paramLabel = "<seconds>",
            description = "How long to wait for another process that migrates the same database. Default: 60")
    int lockTimeoutSeconds = 60;

    @Option(
            names = "--scratch",
            paramLabel = "<url>",
            split = ",",
            description = "Servers on which scratch databases may be made by migrate, check and diff, one for each"
                    + " engine. Default: that of --url; SQLite and H2 need none")
    List<String> scratch = List.of();

    Duration lockTimeout() {
        return Duration.ofSeconds(lockTimeoutSeconds);
    }
}
