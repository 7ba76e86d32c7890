package dev.dovetail.repository;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A repository's method that inserts entities, or updates the rows that have the same key already, whoever inserted them:
 * nobody has to look first. It takes an entity, a {@code List} or an array of them, and returns nothing, the number of rows
 * ({@code int} or {@code long}), or what it takes.
 *
 * <pre>{@code
 * @Upsert("email")
 * User register(User user);
 * }</pre>
 *
 * <p>An existing row gets all values of the given entity but for the key, the id, times of creation and columns that are not
 * updatable. Its version counts that as a change; that of the given entity is not looked at. It is one statement for up to
 * 100 entities (on MariaDB and MySQL one or two for each, where the entity has a further unique key), and another one where
 * entities are returned; of several given with the same key the last one wins. What is pending is written before, and
 * managed entities show the change afterwards. Given entities stay as they are; managed ones are returned. Neither lifecycle
 * methods are called nor changes cascaded, and collections are not written.
 *
 * <p>Another unique key that exists is a {@link dev.dovetail.core.error.DuplicateKeyException}; a key that is null, an {@link
 * EntityStateException}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Upsert {

    /**
     * The attributes of the key: the id, or those of one unique key of the mapping, parts of embedded values with dots. By
     * default the id or, if that is generated, the only unique key.
     */
    String[] value() default {};
}
