package dev.dovetail.core.internal.jdbc;

import dev.dovetail.core.error.ConstraintDetails;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A driver's exception, understood. */
record Failure(FailureKind kind, ConstraintDetails details) {

    static Failure of(FailureKind kind) {
        return new Failure(kind, ConstraintDetails.UNKNOWN);
    }

    static Failure of(FailureKind kind, @Nullable String constraint, @Nullable String table, List<String> columns) {
        return new Failure(kind, new ConstraintDetails(constraint, table, columns));
    }
}
