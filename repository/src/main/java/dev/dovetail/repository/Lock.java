package dev.dovetail.repository;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Locks the rows of the entities that a repository's method finds, until the transaction ends: nobody else changes or locks
 * them meanwhile. Only inside a transaction that may write. A lock that is not got is a {@link
 * dev.dovetail.core.error.TransientConflictException}. On SQLite the write transaction itself is the lock.
 *
 * <pre>{@code
 * @Lock(LockMode.SKIP_LOCKED)
 * @Query("where state = State.WAITING")
 * @OrderBy("id")
 * List<Job> next(Limit limit);
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Lock {

    /** What is done about rows that another transaction has locked. */
    LockMode value() default LockMode.WAIT;
}
