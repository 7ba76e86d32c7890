package dev.dovetail.repository;

import dev.dovetail.core.error.ErrorCode;

/** The codes of {@code repository}. */
public enum RepositoryError implements ErrorCode {
    /** An association was used that nobody had loaded. */
    UNLOADED_ASSOCIATION("DVT-601"),
    /** Methods of a repository interface cannot be served. */
    BAD_REPOSITORY("DVT-602"),
    /** A sort names an attribute that the entity does not have. */
    UNKNOWN_ATTRIBUTE("DVT-603"),
    /** Exactly one entity was asked for, and there is none. */
    NO_RESULT("DVT-604"),
    /** One entity was asked for, and there are more. */
    NOT_UNIQUE("DVT-605"),
    /** The row is not there any more, or has another version. */
    STALE_ENTITY("DVT-606"),
    /** An entity class uses a mapping that cannot be served. */
    UNSUPPORTED_MAPPING("DVT-607"),
    /** The persistence was closed before this call. */
    PERSISTENCE_CLOSED("DVT-608"),
    /** An entity refers to another one that was never inserted. */
    TRANSIENT_REFERENCE("DVT-609"),
    /** A managed entity was changed in a way that cannot be written, such as another id. */
    BAD_ENTITY_STATE("DVT-610");

    private final String id;

    RepositoryError(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
