package dev.dovetail.repository.internal.work;

import dev.dovetail.core.error.ConstraintDetails;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.repository.internal.mapping.EntityMapping;
import org.jspecify.annotations.Nullable;

/** Entities that are to be inserted and are there already. */
final class Duplicates {

    private Duplicates() {}

    /** What is said of one. */
    static DuplicateKeyException exists(EntityMapping mapping, @Nullable Object id) {
        return new DuplicateKeyException(
                new Explanation(
                        CoreError.DUPLICATE_KEY,
                        mapping.name() + (id == null ? "" : " with id " + id) + " exists already.",
                        "it was inserted before, here or by another transaction",
                        "update(…) or save(…) it, or insert it with another id"),
                new ConstraintDetails(
                        null,
                        mapping.table().tableOf(mapping.table().idSlots(), null),
                        mapping.table().columnNames(mapping.table().idSlots())),
                null);
    }
}
