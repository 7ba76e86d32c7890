package dev.dovetail.migrations.scratch;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.error.MigrationException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The errors of scratch databases. */
final class ScratchErrors {

    private ScratchErrors() {}

    static MigrationException noServer(Engine engine) {
        return error(
                "A scratch database on " + engine.displayName() + " is needed, and no server is given for it.",
                "there are scripts for " + engine.displayName() + ", and none of the URLs leads there",
                "give one with scratch(\"" + engine.id() + "://user:password@host/db\") or --scratch; only a temporary"
                        + " database beside that one is used. Or leave the engine out with engines(…) or --engines",
                null);
    }

    static MigrationException noHost() {
        return error(
                "The URL for scratch databases names no host, so that no other database can be put in its place.",
                "it has the short form of JDBC",
                "write it with two slashes and a host: postgresql://user:password@localhost/db",
                null);
    }

    static MigrationException notCreated(Engine engine, SQLException failure) {
        return error(
                engine.displayName() + " made no scratch database: " + firstLine(failure),
                "the user may not create databases, or the server is full",
                engine == Engine.POSTGRESQL
                        ? "alter role <user> createdb, on a server for development; or give another server with"
                                + " scratch(…) or --scratch. Never give that right in production: scripts are generated"
                                + " elsewhere"
                        : "grant the right to create and drop databases named " + ScratchDatabases.PREFIX
                                + "…, on a server for development; or give another server with scratch(…) or --scratch",
                failure);
    }

    static MigrationException notDropped(Engine engine, String name, SQLException failure) {
        return error(
                "The scratch database " + name + " could not be dropped again: " + firstLine(failure),
                "somebody is connected to it",
                "drop it by hand on " + engine.displayName() + ": drop database " + name,
                failure);
    }

    static MigrationException refused(String sql, SQLException failure) {
        return new MigrationException(
                new Explanation(
                        MigrationError.MODEL_UNREADABLE,
                        "A scratch database refused a statement of the model or a renaming: " + firstLine(failure)
                                + "\n    " + sql.replace("\n", "\n    "),
                        "a type or function that only an extension brings, or two things with one name",
                        "correct the mapping; what an extension brings must be in the server's template"),
                failure);
    }

    private static String firstLine(SQLException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    private static MigrationException error(String fact, String cause, String fix, @Nullable Throwable failure) {
        return new MigrationException(new Explanation(MigrationError.SCRATCH_REFUSED, fact, cause, fix), failure);
    }
}
