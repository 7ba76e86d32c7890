package dev.dovetail.repository.internal.store;

import org.jspecify.annotations.Nullable;

/**
 * What a foreign key did to a row when the one was deleted to which it pointed.
 *
 * @param table where the row is
 * @param id its primary key
 * @param row what it is now; null if it was deleted, too
 */
public record RowAction(
        TableDefinition table, Object id, @Nullable Row row) {}
