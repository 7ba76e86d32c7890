package dev.dovetail.core.error;

import java.util.Objects;

/**
 * What an error message teaches: what happened and to what, why it typically happens, and what to do about it.
 *
 * @param code leads to {@code docs/errors.md}
 * @param fact what happened, naming the subject
 * @param cause the likely cause
 * @param fix what to write or do instead
 */
public record Explanation(ErrorCode code, String fact, String cause, String fix) {

    /** Refuses an explanation that leaves one of its parts empty. */
    public Explanation {
        Objects.requireNonNull(code, "code");
        requireText(fact, "fact");
        requireText(cause, "cause");
        requireText(fix, "fix");
    }

    /** The whole message, one part a line. */
    public String message() {
        return fact + "\n  Likely cause: " + cause + "\n  Fix: " + fix + "\n  Code: " + code.id() + " (docs/errors.md)";
    }

    private static void requireText(String part, String name) {
        if (part.isBlank()) {
            throw new IllegalArgumentException("An explanation needs a " + name + ", got '" + part + "'");
        }
    }
}
