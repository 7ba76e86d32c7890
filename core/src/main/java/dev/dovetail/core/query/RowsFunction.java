package dev.dovetail.core.query;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Makes something of a result. */
@FunctionalInterface
interface RowsFunction<V extends @Nullable Object, X extends Exception> {

    V apply(Rows rows) throws SQLException, X;
}
