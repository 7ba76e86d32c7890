package dev.dovetail.databases;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What this JVM covered, as one line for the end of the run. */
final class Report {

    private static final Report CURRENT = new Report();

    private final Map<TestEngine, String> covered = new EnumMap<>(TestEngine.class);
    private final Map<TestEngine, String> notCovered = new EnumMap<>(TestEngine.class);

    private final Set<String> aborted = new TreeSet<>();

    static void covered(TestEngine engine, String version, String how) {
        CURRENT.addCovered(engine, version, how);
    }

    static void notCovered(TestEngine engine, String reason) {
        CURRENT.addNotCovered(engine, reason);
    }

    static void aborted(String testClass) {
        CURRENT.addAborted(testClass);
    }

    static Optional<String> line() {
        return CURRENT.asLine(Selection.current()::whyNot);
    }

    synchronized void addCovered(TestEngine engine, String version, String how) {
        covered.put(engine, engine.displayName() + " " + version + (how.isEmpty() ? "" : " (" + how + ")"));
    }

    synchronized void addNotCovered(TestEngine engine, String reason) {
        notCovered.put(engine, reason);
    }

    synchronized void addAborted(String testClass) {
        aborted.add(testClass);
    }

    /** Empty if no test asked for a database. */
    synchronized Optional<String> asLine(Function<TestEngine, String> otherReasons) {
        if (covered.isEmpty() && notCovered.isEmpty() && aborted.isEmpty()) {
            return Optional.empty();
        }
        Map<TestEngine, String> left = new EnumMap<>(TestEngine.class);
        for (TestEngine engine : TestEngine.values()) {
            if (!covered.containsKey(engine)) {
                String reason = notCovered.containsKey(engine) ? notCovered.get(engine) : otherReasons.apply(engine);
                left.put(engine, engine.displayName() + " (" + reason + ")");
            }
        }
        return Optional.of("Databases covered: " + list(covered, "none")
                + (left.isEmpty() ? "." : ". Not covered: " + list(left, "") + ".")
                + (aborted.isEmpty() ? "" : " Did not run at all: " + String.join(", ", aborted) + "."));
    }

    private static String list(Map<TestEngine, String> entries, String none) {
        return entries.isEmpty() ? none : entries.values().stream().collect(Collectors.joining(", "));
    }
}
