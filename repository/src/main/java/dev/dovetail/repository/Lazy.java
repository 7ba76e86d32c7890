package dev.dovetail.repository;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What happens when an association is used that was not loaded. Without it the default of the persistence holds. It
 * stands where the mapping annotations stand, on the field or the getter. If an unloaded entity is reached through
 * several associations, the strictest of their policies holds. An inverse one-to-one is always loaded with its owner.
 *
 * <pre>{@code
 * @OneToMany(mappedBy = "user")
 * @Lazy(LazyPolicy.SELECT)
 * private List<Note> notes;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface Lazy {

    /** The policy. */
    LazyPolicy value();
}
