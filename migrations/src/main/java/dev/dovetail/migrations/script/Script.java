package dev.dovetail.migrations.script;

import dev.dovetail.migrations.code.JavaRevision;
import dev.dovetail.migrations.revision.RevisionId;
import org.jspecify.annotations.Nullable;

/**
 * One migration script, or one way of a migration in Java.
 *
 * @param kind what it does
 * @param revision the revision that it makes, or takes back
 * @param description the words of its name
 * @param path its path below the folder of the engine, as in the history table
 * @param source the whole path, for people
 * @param text what it says
 * @param header what its first comment lines ask for
 * @param java the class that does the work; null for a script
 */
public record Script(
        ScriptKind kind,
        RevisionId revision,
        String description,
        String path,
        String source,
        String text,
        ScriptHeader header,
        @Nullable JavaRevision java) {

    /** Flyway's checksum of its text, or what the class says. */
    public int checksum() {
        return java == null ? Checksum.of(text) : java.migration().checksum();
    }
}
