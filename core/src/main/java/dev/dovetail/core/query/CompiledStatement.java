package dev.dovetail.core.query;

import org.jspecify.annotations.Nullable;

/**
 * An insert, update or delete that is rendered once and run often, with other values each time. Joins the transaction of
 * its thread, or else is one. Immutable and thread-safe; {@link #bind} returns a new one.
 */
public interface CompiledStatement {

    /**
     * The statement with a value for a parameter, {@code param("name", Type.class)}; null is SQL's null. A parameter that
     * was built with a value needs none.
     *
     * @throws QueryException if there is no such parameter, or the value is not of its type
     */
    CompiledStatement bind(String name, @Nullable Object value);

    /**
     * Runs it.
     *
     * @return how many rows it inserted, updated or deleted
     * @throws QueryException if a parameter has no value
     * @throws dev.dovetail.core.error.ConstraintViolationException if a row breaks a constraint
     */
    int execute();

    /** The text that is sent, with placeholders. */
    String sql();
}
