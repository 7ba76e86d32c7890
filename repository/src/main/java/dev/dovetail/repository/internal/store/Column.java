package dev.dovetail.repository.internal.store;

/**
 * A column of a table.
 *
 * @param name its name in the database
 * @param nullable whether it may be null
 * @param maxLength how many characters a string in it, or bytes, may have; {@link Integer#MAX_VALUE} for no limit
 * @param precision how many digits a decimal in it has at the most; 0 for no limit
 * @param scale how many of them are after the point
 * @param secret whether no exception may show its values
 */
public record Column(String name, boolean nullable, int maxLength, int precision, int scale, boolean secret) {

    /** A column of something else than decimals. */
    public Column(String name, boolean nullable, int maxLength) {
        this(name, nullable, maxLength, 0, 0, false);
    }
}
