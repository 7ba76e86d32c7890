package dev.dovetail.testing.error;

import dev.dovetail.core.error.DovetailException;
import dev.dovetail.core.error.Explanation;

/** A test cannot be run as it is written; {@link #code()} is one of {@link TestingError}. */
public class TestSetupException extends DovetailException {

    private static final long serialVersionUID = 1L;

    /** With what is wrong. */
    public TestSetupException(Explanation explanation) {
        super(explanation, null);
    }
}
