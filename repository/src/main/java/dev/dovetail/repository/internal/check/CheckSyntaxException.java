package dev.dovetail.repository.internal.check;

/** A condition that is not understood; the message says where. */
public final class CheckSyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    CheckSyntaxException(String message) {
        super(message);
    }
}
