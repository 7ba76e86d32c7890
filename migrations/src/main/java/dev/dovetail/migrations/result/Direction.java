package dev.dovetail.migrations.result;

/** Which way a script leads. */
public enum Direction {
    /** To a newer revision. */
    UPGRADE,
    /** To an older one. */
    DOWNGRADE
}
