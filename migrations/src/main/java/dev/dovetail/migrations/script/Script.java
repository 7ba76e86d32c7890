package dev.dovetail.migrations.script;

import dev.dovetail.migrations.revision.RevisionId;

/**
 * One migration script.
 *
 * @param kind what it does
 * @param revision the revision that it makes, or takes back
 * @param description the words of its name
 * @param path its path below the folder of the engine, as in the history table
 * @param source the whole path, for people
 * @param text what it says
 * @param header what its first comment lines ask for
 */
public record Script(
        ScriptKind kind,
        RevisionId revision,
        String description,
        String path,
        String source,
        String text,
        ScriptHeader header) {

    /** Flyway's checksum of its text. */
    public int checksum() {
        return Checksum.of(text);
    }
}
