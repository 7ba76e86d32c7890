package dev.dovetail.migrations.code;

import dev.dovetail.core.engine.Engine;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the first comment lines of a script say, for a {@link JavaMigration}. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RevisionHeader {

    /** The ids of the revisions that it follows, or {@code base}. Default: the one before it in the order of versions. */
    String[] downRevision() default {};

    /** Names of the branch that begins with it. Default none. */
    String[] label() default {};

    /**
     * Whether it runs in one transaction. Default true. Without one, it has to be able to begin anew: after a failure
     * {@code dovetail resume} runs it again from its start.
     */
    boolean transaction() default true;

    /** The engines that it is for. Default all. */
    Engine[] engines() default {};
}
