package dev.dovetail.databases;

import java.util.Collection;
import java.util.List;

/**
 * Makes databases for tests. There is one server a JVM for each engine, started when the first database is asked for
 * and stopped with the JVM; it listens on the loopback interface only. Safe for use by several threads.
 */
public final class TestDatabases {

    private TestDatabases() {}

    /**
     * Makes a fresh, empty database. The caller closes it.
     *
     * @param engine the engine, selected or not
     * @return a database that nobody else uses
     * @throws IllegalStateException if the engine cannot be started here; the message says why and what to do
     */
    public static TestDatabase create(TestEngine engine) {
        return Servers.create(engine);
    }

    /**
     * The engines to run on: those that the system property {@code dovetail.test.databases} names, whether or not
     * they can be started; where it is absent or empty, those that can be started here. Starts nothing.
     *
     * @return the engines, in their declared order
     * @throws IllegalArgumentException if the property names something else than an engine
     */
    public static List<TestEngine> selected() {
        return List.copyOf(Selection.current().engines());
    }

    /**
     * Those of the engines of a test class that are {@link #selected()}, for extensions. A class that is left with none is
     * named in the last line of the run.
     *
     * @param testClass the class
     * @param engines those that it is written for
     * @return at least one engine
     * @throws org.opentest4j.TestAbortedException if none is left, with the reasons
     * @throws IllegalArgumentException if the property names something else than an engine
     */
    public static List<TestEngine> selectedFor(Class<?> testClass, Collection<TestEngine> engines) {
        return Selection.current().of(testClass, engines);
    }
}
