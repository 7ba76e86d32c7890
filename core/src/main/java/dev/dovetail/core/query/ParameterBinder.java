package dev.dovetail.core.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Sets the value of one placeholder. */
@FunctionalInterface
interface ParameterBinder {

    void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException;
}
