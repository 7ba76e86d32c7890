package dev.dovetail.core.internal.jdbc;

import dev.dovetail.core.error.ConstraintDetails;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about a driver's exception, fastened to it as a suppressed one: whoever catches it still gets the
 * driver's own, and its translation knows more.
 */
public final class ConstraintNote extends Exception {

    private static final long serialVersionUID = 1L;

    private final ConstraintDetails details;
    private final boolean hidesCause;

    private ConstraintNote(ConstraintDetails details, boolean hidesCause) {
        super("found out: " + details.describe(), null, false, false);
        this.details = details;
        this.hidesCause = hidesCause;
    }

    /**
     * Fastens what was found out to a failure.
     *
     * @param hidesCause whether the driver's text may show a value that is secret
     */
    public static void attach(SQLException failure, ConstraintDetails details, boolean hidesCause) {
        failure.addSuppressed(new ConstraintNote(details, hidesCause));
    }

    /** What was found out about it, or null. */
    public static @Nullable ConstraintNote of(SQLException failure) {
        for (Throwable suppressed : failure.getSuppressed()) {
            if (suppressed instanceof ConstraintNote note) {
                return note;
            }
        }
        return null;
    }

    ConstraintDetails details() {
        return details;
    }

    boolean hidesCause() {
        return hidesCause;
    }
}
