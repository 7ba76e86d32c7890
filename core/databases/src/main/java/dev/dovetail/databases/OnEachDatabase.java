package dev.dovetail.databases;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Runs a test class once for each engine, each time with a fresh database, which the constructor takes as its
 * {@link TestDatabase} parameter. The database is dropped after the class, also if tests fail.
 *
 * <p>What is done once for each database, like making the tables, belongs into static methods with
 * {@link org.junit.jupiter.params.BeforeParameterizedClassInvocation @BeforeParameterizedClassInvocation} and
 * {@link org.junit.jupiter.params.AfterParameterizedClassInvocation @AfterParameterizedClassInvocation}, which may
 * take the same parameter; {@code @BeforeAll} runs once for all engines, before the first database is made.
 *
 * <p>It runs on the engines that are named here and selected by {@code -Ddovetail.test.databases} (see
 * {@link TestDatabases#selected()}). An engine that does not start fails the class, after the others have run. If no
 * engine is left, the class is reported as aborted, with the reason.
 *
 * <p>A test that leaves a transaction open fails; a class that leaves sessions open fails: see {@link LeakCheck}.
 * Tests of one class must therefore not run at the same time; classes may.
 */
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(EachDatabase.class)
@ParameterizedClass(name = "{argumentSetName}")
@ArgumentsSource(EachDatabase.class)
public @interface OnEachDatabase {

    /**
     * The engines that the class is written for.
     *
     * @return the engines; SQLite and PostgreSQL by default
     */
    TestEngine[] value() default {TestEngine.SQLITE, TestEngine.POSTGRESQL};
}
