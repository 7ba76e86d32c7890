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

    /** With what happened, and the failure beneath it if there is one. */
    public EntityStateException(Explanation explanation, @Nullable Throwable cause) {
        super(explanation, cause);
    }
}
