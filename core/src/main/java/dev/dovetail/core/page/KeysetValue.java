package dev.dovetail.core.page;

import org.jooq.Field;

/**
 * A value at which a page begins.
 *
 * @param field a constant or a parameter; of no use for null
 * @param isNull whether the row at which it begins has no value
 */
public record KeysetValue<T>(Field<T> field, boolean isNull) {}
