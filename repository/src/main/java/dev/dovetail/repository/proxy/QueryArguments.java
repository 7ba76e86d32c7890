package dev.dovetail.repository.proxy;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a method as those of its query. Where the query asks for them, the current date, the time, and both
 * together stand behind.
 */
final class QueryArguments {

    private QueryArguments() {}

    static List<@Nullable Object> of(Calls calls, @Nullable Object[] given, boolean now) {
        return now ? withNow(calls, given) : Arrays.asList(given);
    }

    /** Milliseconds are what every engine keeps. */
    private static List<@Nullable Object> withNow(Calls calls, @Nullable Object[] given) {
        LocalDateTime now = LocalDateTime.now(calls.clock()).truncatedTo(ChronoUnit.MILLIS);
        List<@Nullable Object> arguments = new ArrayList<>(given.length + 3);
        Collections.addAll(arguments, given);
        arguments.add(now.toLocalDate());
        arguments.add(now.toLocalTime());
        arguments.add(now);
        return arguments;
    }
}
