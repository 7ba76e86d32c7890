package dev.dovetail.orm.internal.query;

import jakarta.persistence.criteria.FetchParent;
import jakarta.persistence.criteria.JoinType;

/** Associations that are joined to be loaded. */
public final class JoinedFetches {

    private JoinedFetches() {}

    /** Joins every association on a path. */
    public static void fetch(FetchParent<?, ?> from, String path) {
        FetchParent<?, ?> at = from;
        for (String step : path.split("\\.")) {
            at = existing(at, step);
        }
    }

    /** Two paths that begin with the same step share its join. */
    private static FetchParent<?, ?> existing(FetchParent<?, ?> from, String step) {
        for (var fetch : from.getFetches()) {
            if (fetch.getAttribute().getName().equals(step)) {
                return fetch;
            }
        }
        return from.fetch(step, JoinType.LEFT);
    }
}
