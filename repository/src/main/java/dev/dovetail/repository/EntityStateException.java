package dev.dovetail.repository;

import dev.dovetail.core.error.DovetailException;
import dev.dovetail.core.error.Explanation;
import org.jspecify.annotations.Nullable;

/** A managed entity was changed in a way that cannot be written, such as another id. */
public class EntityStateException extends DovetailException {

    private static final long serialVersionUID = 1L;

    /** For an entity that would have to be managed. */
    public static EntityStateException notManaged(String entity, String operation) {
        return new EntityStateException(
                new Explanation(
                        RepositoryError.BAD_ENTITY_STATE,
                        "'" + operation + "' takes managed entities, and this " + entity + " is not managed.",
                        "it was loaded in another transaction, or it is new",
                        "find it by its id in this transaction, or merge it, and take what that returns"),
                null);
    }

    /** For an entity without the key by which its row is looked for. */
    public static EntityStateException withoutKey(String entity, String attribute) {
        return new EntityStateException(
                new Explanation(
                        RepositoryError.BAD_ENTITY_STATE,
                        "An upsert compares " + entity + "." + attribute + ", which is null.",
                        "nobody has set it, so nothing tells which row is meant",
                        "set it, or insert the entity"),
                null);
    }

    /**
     * For an entity with an id that would have to be new.
     *
     * @param what what was done with it
     */
    public static EntityStateException detached(String what, String entity, @Nullable Object id) {
        return new EntityStateException(
                new Explanation(
                        RepositoryError.BAD_ENTITY_STATE,
                        what + " a " + entity + " with id " + id + ", which is detached.",
                        "it was loaded or inserted in another transaction",
                        "load it in this transaction and use that one, or merge it; cascade only what is made together"),
                null);
    }

    /** For an entity that is to be merged into a row that is of another class. */
    public static EntityStateException otherClass(String entity, @Nullable Object id, @Nullable Throwable cause) {
        return new EntityStateException(
                new Explanation(
                        RepositoryError.BAD_ENTITY_STATE,
                        "A " + entity + (id == null ? "" : " with id " + id)
                                + " cannot be merged: what has its id is of another class.",
                        "classes of one hierarchy share their ids, and this id is another one's",
                        "give it an id of its own, or merge an instance of the class that is there"),
                cause);
    }

    /** For two instances of one entity that are merged together. */
    public static EntityStateException mergedTwice(String entity, @Nullable Object id, @Nullable Throwable cause) {
        return new EntityStateException(
                new Explanation(
                        RepositoryError.BAD_ENTITY_STATE,
                        "Two instances of " + entity + (id == null ? "" : " with id " + id)
                                + " are to be merged together.",
                        "associations that cascade MERGE lead to both, and nobody knows which one counts",
                        "let all of them refer to one instance"),
                cause);
    }

    /** With what happened, and the failure beneath it if there is one. */
    public EntityStateException(Explanation explanation, @Nullable Throwable cause) {
        super(explanation, cause);
    }
}
