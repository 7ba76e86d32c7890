package dev.dovetail.databases;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** Which engines to run on, and why the others are left out. */
record Selection(Set<TestEngine> engines, Map<TestEngine, String> leftOut) {

    static final String PROPERTY = "dovetail.test.databases";

    Selection {
        engines = Collections.unmodifiableSet(copy(engines));
        leftOut = Collections.unmodifiableMap(new EnumMap<>(leftOut));
    }

    static Selection current() {
        return of(System.getProperty(PROPERTY), Servers::missing);
    }

    /** {@code missing} says what an engine that may be absent lacks on this machine. */
    static Selection of(@Nullable String property, Function<TestEngine, Optional<String>> missing) {
        Set<TestEngine> named = parse(property);
        Set<TestEngine> engines = EnumSet.noneOf(TestEngine.class);
        Map<TestEngine, String> leftOut = new EnumMap<>(TestEngine.class);
        for (TestEngine engine : TestEngine.values()) {
            Optional<String> reason = named.isEmpty()
                    ? missing.apply(engine)
                    : named.contains(engine)
                            ? Optional.empty()
                            : Optional.of("not named by -D" + PROPERTY + "=" + property);
            reason.ifPresentOrElse(text -> leftOut.put(engine, text), () -> engines.add(engine));
        }
        return new Selection(engines, leftOut);
    }

    /** Those of a test class. */
    List<TestEngine> of(Class<?> testClass, Collection<TestEngine> asked) {
        List<TestEngine> left = engines.stream().filter(asked::contains).toList();
        if (left.isEmpty()) {
            String reasons = asked.stream()
                    .distinct()
                    .sorted()
                    .map(engine -> engine.displayName() + " (" + whyNot(engine) + ")")
                    .collect(Collectors.joining(", "));
            Report.aborted(testClass.getName());
            throw new TestAbortedException(testClass.getName() + " did not run on any database: " + reasons + ".");
        }
        return left;
    }

    String whyNot(TestEngine engine) {
        return leftOut.getOrDefault(engine, "no test asked for it");
    }

    private static Set<TestEngine> parse(@Nullable String property) {
        Set<TestEngine> named = EnumSet.noneOf(TestEngine.class);
        for (String name : property == null ? new String[0] : property.split("[,\\s]+")) {
            if (!name.isEmpty()) {
                named.add(engine(name));
            }
        }
        return named;
    }

    private static TestEngine engine(String name) {
        return Arrays.stream(TestEngine.values())
                .filter(engine -> engine.propertyName().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("-D" + PROPERTY + " names \"" + name
                        + "\", which is no engine that the tests know. Name some of "
                        + Arrays.stream(TestEngine.values())
                                .map(TestEngine::propertyName)
                                .collect(Collectors.joining(", "))
                        + ", or leave the property out for all that can be started here."));
    }

    private static Set<TestEngine> copy(Set<TestEngine> engines) {
        return engines.isEmpty() ? EnumSet.noneOf(TestEngine.class) : EnumSet.copyOf(engines);
    }
}
