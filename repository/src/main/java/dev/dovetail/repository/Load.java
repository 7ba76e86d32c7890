package dev.dovetail.repository;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the associations that a repository's find method loads together with its entities, each by one further
 * statement for all of them ("selectin"), whatever the limit or page, or by another {@link #strategy}. Those not named do on
 * first use what their policy says: raise {@link UnloadedAssociationException}. It can be repeated.
 *
 * <pre>{@code
 * @Find
 * @Load({"orders", "orders.lines"})
 * @OrderBy("id")
 * List<User> listWithOrders(Limit limit);
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(Load.List.class)
public @interface Load {

    /**
     * Paths of associations, starting at the entity that the method returns. A path of several steps loads every
     * association on its way.
     */
    String[] value();

    /** How they are loaded. */
    LoadStrategy strategy() default LoadStrategy.SELECTIN;

    /** Several of them on one method. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface List {
        /** The annotations. */
        Load[] value();
    }
}
