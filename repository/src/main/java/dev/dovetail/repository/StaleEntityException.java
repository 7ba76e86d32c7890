package dev.dovetail.repository;

import dev.dovetail.core.error.Coded;
import dev.dovetail.core.error.ErrorCode;
import dev.dovetail.core.error.Explanation;
import jakarta.data.exceptions.OptimisticLockingFailureException;
import org.jspecify.annotations.Nullable;

/** The row of an entity is not there any more, or has another version than the entity. */
public class StaleEntityException extends OptimisticLockingFailureException implements Coded {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    private final String entity;
    private final transient @Nullable Object id;
    private final transient @Nullable Object version;

    private StaleEntityException(
            Explanation explanation,
            String entity,
            @Nullable Object id,
            @Nullable Object version,
            @Nullable Throwable cause) {
        super(explanation.message(), cause);
        this.code = explanation.code();
        this.entity = entity;
        this.id = id;
        this.version = version;
    }

    /**
     * For an entity that should be updated or deleted. For those who build a persistence.
     *
     * @param entity the name of the entity
     * @param id its id
     * @param version the version that it has in memory, or null if it has none or it is not known
     * @param cause the failure beneath, or null
     */
    public static StaleEntityException of(
            String entity, @Nullable Object id, @Nullable Object version, @Nullable Throwable cause) {
        return new StaleEntityException(
                new Explanation(
                        RepositoryError.STALE_ENTITY,
                        entity + " with id " + id + (version == null ? "" : " and version " + version)
                                + " cannot be written: its row is not there (any more), or has changed since.",
                        "another transaction changed or deleted it since it was loaded, or it was never inserted",
                        "load it again in a new transaction and repeat the change (transactor().retry(…) does not:"
                                + " only the caller knows whether the change still makes sense); insert(…) a new one"),
                entity,
                id,
                version,
                cause);
    }

    @Override
    public ErrorCode code() {
        return code;
    }

    /** The name of the entity. */
    public String entity() {
        return entity;
    }

    /** Its id, or null if it is not known, also after serialization. */
    public @Nullable Object id() {
        return id;
    }

    /** The version that it had in memory, or null if it has none or it is not known, also after serialization. */
    public @Nullable Object version() {
        return version;
    }
}
