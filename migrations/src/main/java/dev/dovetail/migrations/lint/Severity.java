package dev.dovetail.migrations.lint;

/** How bad a finding is; what comes later is worse. */
public enum Severity {
    /** Worth knowing. */
    NOTE,
    /** May hurt, for a short time or a few. */
    WARNING,
    /** Stops or breaks a running application, loses data, or is refused by the engine. */
    ERROR
}
