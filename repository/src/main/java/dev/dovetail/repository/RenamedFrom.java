package dev.dovetail.repository;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The names that a table or a column had before, for the migration that is generated next: it renames instead of dropping
 * and adding, so that the data stays. It stands on the entity class, or on the field or getter. Where none of the names
 * is in the database any more it says nothing and may be taken away.
 *
 * <pre>{@code
 * @RenamedFrom("full_name")
 * private String name;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD})
public @interface RenamedFrom {

    /** Names as they stand in the database. */
    String[] value();
}
