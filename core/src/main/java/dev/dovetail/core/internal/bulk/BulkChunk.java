package dev.dovetail.core.internal.bulk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are written together.
 *
 * @param first the index of the first one among all rows of the operation
 * @param rows their values, in the order of the columns
 */
public record BulkChunk(long first, List<@Nullable Object[]> rows) {}
