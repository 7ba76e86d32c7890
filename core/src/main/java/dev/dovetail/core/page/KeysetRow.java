package dev.dovetail.core.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row that was read for a page.
 *
 * @param value what it became
 * @param key its values of the order's columns
 */
public record KeysetRow<T extends @Nullable Object>(T value, List<? extends @Nullable Object> key) {}
