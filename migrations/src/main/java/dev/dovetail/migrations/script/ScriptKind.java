package dev.dovetail.migrations.script;

/** What a script does. */
public enum ScriptKind {
    /** A {@code V} script: to the next revision. */
    UPGRADE,
    /** A {@code U} script: back to the one before. */
    DOWNGRADE
}
