package dev.dovetail.core.error;

/** An exception of Dovetail: its message teaches, its code leads to {@code docs/errors.md}. */
public interface Coded {

    /** The stable code of this error. */
    ErrorCode code();
}
