package dev.dovetail.repository;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An attribute whose values no exception may show: {@link dev.dovetail.core.error.ConstraintDetails} has none of them, and
 * the message of the engine, which may quote the row, is left out. It stands where the mapping annotations stand, on the
 * field or the getter, also of an embeddable, an embedded attribute or an element collection. What a converter writes is
 * kept as secret without it, as it may be encrypted.
 *
 * <pre>{@code
 * @Secret
 * @Column(unique = true)
 * private String insuranceNumber;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface Secret {}
