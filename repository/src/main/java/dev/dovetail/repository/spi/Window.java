package dev.dovetail.repository.spi;

/**
 * A part of the results.
 *
 * @param offset how many to skip, at least 0
 * @param limit how many to return at the most, at least 1
 */
public record Window(long offset, int limit) {

    /** Refuses what cannot be a window. */
    public Window {
        if (offset < 0 || limit < 1) {
            throw new IllegalArgumentException("A window needs an offset of at least 0 and a limit of at least 1, got "
                    + offset + " and " + limit);
        }
    }
}
