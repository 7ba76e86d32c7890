package dev.dovetail.core.error;

/** The database refused a row because of a constraint. */
public interface ConstraintViolation extends Coded {

    /** Which constraint, as far as it is known. */
    ConstraintDetails details();
}
