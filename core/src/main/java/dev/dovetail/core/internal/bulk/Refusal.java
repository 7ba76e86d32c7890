package dev.dovetail.core.internal.bulk;

import dev.dovetail.core.error.ConstraintDetails;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The row that a failure is about.
 *
 * @param row its position in the chunk
 * @param failure what the engine says about it
 * @param broken the constraint, where that is found out without the engine; else null
 */
record Refusal(int row, SQLException failure, @Nullable ConstraintDetails broken) {}
