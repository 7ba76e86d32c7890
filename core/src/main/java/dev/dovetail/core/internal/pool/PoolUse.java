package dev.dovetail.core.internal.pool;

import dev.dovetail.core.engine.PoolStatus;
import java.util.List;

/**
 * One pool at one moment.
 *
 * @param purpose what its connections are for: {@code writing} or {@code reading}
 * @param where the database's URL without password
 * @param holders who holds its connections, the longest first; may lag a little behind the numbers
 */
public record PoolUse(String purpose, String where, PoolStatus status, List<Holder> holders) {}
