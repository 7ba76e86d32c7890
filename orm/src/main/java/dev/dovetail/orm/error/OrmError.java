package dev.dovetail.orm.error;

import dev.dovetail.core.error.ErrorCode;

/** The codes of {@code orm}. */
public enum OrmError implements ErrorCode {
    /** A load option names an association that the entity does not have. */
    UNKNOWN_ASSOCIATION("DVT-501"),
    /** A page or limit over a joined collection could only be cut in memory. */
    LIMIT_OVER_JOIN("DVT-502"),
    /** An entity was given to the unit of work in a state that the call cannot work with. */
    WRONG_ENTITY_STATE("DVT-503"),
    /** The mapper failed in a way that has no more exact code. */
    MAPPER_FAILED("DVT-504"),
    /** A query was asked for something that its shape does not allow. */
    QUERY_REFUSED("DVT-510"),
    /** A row does not fit what it should become. */
    ROW_MISMATCH("DVT-511"),
    /** A query and its parameters do not fit. */
    QUERY_PARAMETERS("DVT-512"),
    /** A way of loading is not served. */
    LOAD_REFUSED("DVT-513"),
    /** A collection cannot be used as a query, or not be changed without loading it. */
    COLLECTION_REFUSED("DVT-514"),
    /** A unit of work, or its session, was used by another thread or after its end. */
    OUT_OF_SCOPE("DVT-520"),
    /** A request that has a unit of work was to go on without its thread. */
    ASYNC_REQUEST("DVT-521"),
    /** Tables were to be made or dropped inside a transaction. */
    SCHEMA_IN_TRANSACTION("DVT-522");

    private final String id;

    OrmError(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
