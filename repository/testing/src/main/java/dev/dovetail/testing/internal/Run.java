package dev.dovetail.testing.internal;

import java.lang.reflect.Parameter;
import org.jspecify.annotations.Nullable;

/** What a test class runs on, once. Tests of a class use it one after the other. */
public interface Run {

    /** Before a test. */
    void beforeTest();

    /**
     * After a test, which may have failed: looks for what it left open, and makes everything fresh for the next one.
     *
     * @throws AssertionError naming what it left open
     */
    void afterTest(String test);

    /** What a parameter of a constructor or method gets, or null if that is none of this run's business. */
    @Nullable
    Object value(Parameter parameter);

    /** After the last test. */
    void end();
}
