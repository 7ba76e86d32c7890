package dev.dovetail.core.error;

import java.io.Serializable;

/**
 * A stable code that leads to the page of an error in {@code docs/errors.md}. Each module has an enum of its own; a
 * code never changes its meaning.
 */
public interface ErrorCode extends Serializable {

    /** The code as it stands in messages, for example {@code DVT-201}. */
    String id();
}
