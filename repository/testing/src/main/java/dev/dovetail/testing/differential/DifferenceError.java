package dev.dovetail.testing.differential;

import dev.dovetail.core.error.Coded;
import dev.dovetail.core.error.ErrorCode;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.testing.error.TestingError;

/** A fake and a real persistence did not do the same. */
public final class DifferenceError extends AssertionError implements Coded {

    private static final long serialVersionUID = 1L;

    DifferenceError(String what) {
        super(new Explanation(
                        TestingError.DIFFERENT,
                        "The fake and the real persistence did not do the same." + what,
                        "a rule of the engine that the fake's profile does not have, a schema that is not the entities', or a"
                                + " list without an order",
                        "open the fake with the profile of the engine, make the tables from the entities, ask for an order;"
                                + " what remains is a fault of the fake")
                .message());
    }

    @Override
    public ErrorCode code() {
        return TestingError.DIFFERENT;
    }
}
