package dev.dovetail.repository.proxy;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The arguments of a method as those of its query: behind them stand the current date, the time, and both together. */
final class QueryArguments {

    private QueryArguments() {}

    /** Milliseconds are what every engine keeps. */
    static List<@Nullable Object> of(Calls calls, @Nullable Object[] given) {
        LocalDateTime now = LocalDateTime.now(calls.clock()).truncatedTo(ChronoUnit.MILLIS);
        List<@Nullable Object> arguments = new ArrayList<>(given.length + 3);
        Collections.addAll(arguments, given);
        arguments.add(now.toLocalDate());
        arguments.add(now.toLocalTime());
        arguments.add(now);
        return arguments;
    }
}
