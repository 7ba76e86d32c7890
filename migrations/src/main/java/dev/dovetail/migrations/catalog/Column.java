package dev.dovetail.migrations.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A column. Immutable.
 *
 * @param name its name
 * @param type its type as the engine writes it, with length, precision and zone: {@code character varying(50)}
 * @param nullable whether it takes null
 * @param defaultValue the expression of its default, or null
 * @param identity how the engine numbers it ({@code always}, {@code by default}, {@code autoincrement}), or null
 * @param generated how it is computed, or null
 * @param collation a collation other than that of its type, or null
 * @param comment what is said about it, or null
 */
public record Column(
        String name,
        String type,
        boolean nullable,
        @Nullable String defaultValue,
        @Nullable String identity,
        @Nullable Generated generated,
        @Nullable String collation,
        @Nullable String comment) {

    /**
     * How a column is computed.
     *
     * @param expression from the other columns
     * @param stored whether the result is kept in the row
     */
    public record Generated(String expression, boolean stored) {}

    /** The same with another comment. */
    public Column withComment(@Nullable String other) {
        return new Column(name, type, nullable, defaultValue, identity, generated, collation, other);
    }
}
