package dev.dovetail.repository.internal.work;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.repository.NoResultException;
import dev.dovetail.repository.RepositoryError;
import dev.dovetail.repository.StaleEntityException;
import dev.dovetail.repository.internal.mapping.EntityMapping;
import org.jspecify.annotations.Nullable;

/** Entities whose rows are not there. */
final class Missing {

    private Missing() {}

    /** What is said of one that is to be read or merged. */
    static NoResultException gone(String entity) {
        return new NoResultException(new Explanation(
                RepositoryError.NO_RESULT,
                entity + " is not in the database (any more).",
                "it was deleted, here or by another transaction, or is new and waits for the flush",
                "look for it with find(…), which says so without an exception"));
    }

    /** What is said of one that is to be changed. */
    static StaleEntityException stale(EntityMapping mapping, Object entity, References references) {
        @Nullable Object instance = PersistenceContext.unwrap(entity);
        @Nullable Object id = references.id(entity);
        return StaleEntityException.of(
                mapping.name(),
                id == null ? null : mapping.id().id(id),
                instance == null ? null : mapping.versionOf(instance),
                null);
    }
}
