package dev.dovetail.testing.database;

import dev.dovetail.databases.TestEngine;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Gives a test class a database of its own, with its tables, that is fresh for each test; once for each engine.
 *
 * <pre>{@code
 * @FreshDatabase(value = POSTGRESQL, schema = MIGRATIONS)
 * class TopBuyersTest {
 *     @Test
 *     void areThoseWhoSpentMost(Database db) { … }
 * }
 * }</pre>
 *
 * <p>Constructors and methods take a {@link dev.dovetail.core.Database}, a {@link dev.dovetail.databases.TestDatabase} (for the
 * URL) or a {@link TestEngine}. There is one server a JVM for each engine, PostgreSQL in a container if there is a Docker engine
 * ({@code -Ddovetail.test.postgresql=container} insists, {@code -Ddovetail.test.postgresql.image=…} names another image), else
 * embedded. The database is dropped after the class, whatever happens.
 *
 * <p>A test that leaves a transaction open or keeps a connection fails, and a class that leaves sessions open does. Tests of the
 * class run one after the other; classes may run at the same time. {@code -Ddovetail.test.databases=sqlite} chooses among the
 * engines.
 */
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ClassTemplate
@ExtendWith(FreshDatabases.class)
@Execution(ExecutionMode.SAME_THREAD)
public @interface FreshDatabase {

    /** The engines. */
    TestEngine[] value() default TestEngine.SQLITE;

    /** What the tables are made from. */
    SchemaSource schema() default SchemaSource.NONE;

    /** The entities, for {@link SchemaSource#ENTITIES}. */
    Class<?>[] entities() default {};

    /** Where the migrations are; by default where {@code Migrations.of(db)} looks. */
    String[] locations() default {};

    /** What happens between tests. */
    Refresh refresh() default Refresh.RESTORE;
}
