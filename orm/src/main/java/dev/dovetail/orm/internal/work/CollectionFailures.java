package dev.dovetail.orm.internal.work;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.repository.EntityStateException;
import dev.dovetail.repository.RepositoryError;
import org.jspecify.annotations.Nullable;

/** Collections that Hibernate refuses without an exception of their own: they are known by its words. */
final class CollectionFailures {

    private static final String WITHOUT_POSITION = "Illegal null value for list index";
    private static final String REPLACED = "A collection with orphan deletion was no longer referenced";
    private static final String MOVED = "Collection with orphan orphan delete enabled has modifier owner";

    private CollectionFailures() {}

    /** The same as the fake throws; null for other failures. */
    static @Nullable EntityStateException of(Throwable cause, RuntimeException failure) {
        String message = String.valueOf(cause.getMessage());
        String subject = message.substring(message.lastIndexOf(' ') + 1);
        if (message.startsWith(WITHOUT_POSITION)) {
            return state(
                    "A list has an element without a position: " + subject + ".",
                    "it was inserted by itself and never put into the list, which writes the positions",
                    "put it into the list, or sort the list by an attribute: @OrderBy",
                    failure);
        }
        if (message.startsWith(REPLACED)) {
            return state(
                    subject + " removes orphans, and the collection was replaced by another one.",
                    "a setter put a new collection into a managed entity, so nobody knows what was taken out",
                    "load it, and change the collection that is there with clear() and addAll(…)",
                    failure);
        }
        if (message.startsWith(MOVED)) {
            return state(
                    "A collection that removes orphans belongs to another entity than before: "
                            + message.substring(MOVED.length())
                                    .replaceAll("[:\\[\\] ]+", " ")
                                    .strip() + ".",
                    "a setter put the collection of one entity into another one",
                    "copy the elements: clear() and addAll(…)",
                    failure);
        }
        return null;
    }

    private static EntityStateException state(String fact, String cause, String fix, RuntimeException failure) {
        return new EntityStateException(new Explanation(RepositoryError.BAD_ENTITY_STATE, fact, cause, fix), failure);
    }
}
