package dev.dovetail.migrations.script;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.error.MigrationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The errors of finding and reading scripts. */
final class ScriptErrors {

    private ScriptErrors() {}

    static MigrationException badName(String fileName, String source) {
        boolean repeatable = fileName.startsWith("R__");
        return error(
                MigrationError.BAD_SCRIPT_NAME,
                repeatable
                        ? source + " is a repeatable script, which Dovetail does not run."
                        : "The name of " + source + " cannot be read.",
                repeatable ? "the folder comes from Flyway" : "a typing mistake, or a file that is no migration",
                "name it V<version>__<description>.sql (its downgrade U<version>__<description>.sql), the version made of"
                        + " digits between dots or underscores, as in V20261120_101800__add_orders.sql; or move it to"
                        + " another folder");
    }

    static MigrationException badHeader(String source, int line, String what, String value) {
        return error(
                MigrationError.BAD_HEADER,
                source + ", line " + line + " " + what + ": '" + value + "'.",
                "a typing mistake",
                "write one line '-- down-revision: <id>[, <id>]' with ids as in the names of the scripts, or 'base' for a"
                        + " script that follows none; or leave the line away to follow the script before it");
    }

    static MigrationException badLabel(String source, int line, String value) {
        return error(
                MigrationError.BAD_HEADER,
                source + ", line " + line + " has a label that cannot be one: '" + value + "'.",
                "a typing mistake",
                "write '-- label: <name>[, <name>]'; a name begins with a letter, goes on with letters, digits, _ and -,"
                        + " and is not head, heads or base");
    }

    static MigrationException badLockTimeout(String source, int line, String value) {
        return error(
                MigrationError.BAD_HEADER,
                source + ", line " + line + " has a lock time-out that cannot be read: '" + value + "'.",
                "a unit is missing",
                "write '-- lock-timeout: 500 ms', '5 s' or '2 min'");
    }

    static MigrationException unreadable(String source, String why, @Nullable Throwable cause) {
        return new MigrationException(
                new Explanation(
                        MigrationError.SCRIPT_UNREADABLE,
                        source + " cannot be read: " + why + ".",
                        "it was saved in another encoding than UTF-8, or the right to read it is missing",
                        "save it as UTF-8, or let this user read it"),
                cause);
    }

    static MigrationException locationMissing(String location, Engine engine, List<String> otherFolders) {
        return error(
                MigrationError.LOCATION_MISSING,
                "There is no folder " + location + "/" + engine.id() + ", where the scripts for " + engine.displayName()
                        + " belong"
                        + (otherFolders.isEmpty()
                                ? "; the location " + location + " is empty or not there at all."
                                : "; there are " + String.join(", ", otherFolders) + "."),
                otherFolders.isEmpty()
                        ? "the location is written wrongly, or the folder is not on the classpath"
                        : "nobody has written scripts for this engine yet",
                "put scripts into " + location + "/" + engine.id() + ", or name another location");
    }

    static MigrationException error(MigrationError code, String fact, String cause, String fix) {
        return new MigrationException(new Explanation(code, fact, cause, fix));
    }
}
