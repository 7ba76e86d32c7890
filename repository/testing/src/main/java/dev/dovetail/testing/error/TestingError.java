package dev.dovetail.testing.error;

import dev.dovetail.core.error.ErrorCode;

/** The codes of {@code testing}. */
public enum TestingError implements ErrorCode {
    /** Nothing on the classpath opens a real persistence or makes its tables. */
    PROVIDER_MISSING("DVT-801"),
    /** A test asks for something that this run of it does not have. */
    NOT_IN_THIS_RUN("DVT-802"),
    /** The annotation of a test class makes no sense. */
    BAD_TEST_CLASS("DVT-803"),
    /** A fake and a real persistence did not do the same. */
    DIFFERENT("DVT-804");

    private final String id;

    TestingError(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
