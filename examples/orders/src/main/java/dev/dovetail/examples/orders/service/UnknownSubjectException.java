package dev.dovetail.examples.orders.service;

/** An order names a user or product that does not exist. */
public final class UnknownSubjectException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownSubjectException(String kind, String key) {
        super("There is no " + kind + " " + key + ".");
    }
}
