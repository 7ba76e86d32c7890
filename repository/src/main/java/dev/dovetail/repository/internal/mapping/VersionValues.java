package dev.dovetail.repository.internal.mapping;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The values of versions: whole numbers that count, or the times of the changes. */
public final class VersionValues {

    private VersionValues() {}

    static boolean isVersion(Class<?> type) {
        return Numbers.isInteger(type) || type == Instant.class || type == LocalDateTime.class;
    }

    /** The version of a new entity. */
    public static Object first(Class<?> type, @Nullable Object current, Clock clock) {
        if (Numbers.isInteger(type)) {
            return current instanceof Number number && number.longValue() >= 0 ? current : Numbers.of(0, type);
        }
        return time(now(type, clock), type);
    }

    /** The version after another one. A time is later than the one before also where the clock did not go on. */
    public static Object next(Class<?> type, Object before, Clock clock) {
        if (before instanceof Number number) {
            return Numbers.of(number.longValue() + 1, type);
        }
        Instant last = before instanceof Instant instant ? instant : ((LocalDateTime) before).toInstant(ZoneOffset.UTC);
        Instant now = now(type, clock);
        return time(now.isAfter(last.plusMillis(1)) ? now : last.plusMillis(1), type);
    }

    private static Instant now(Class<?> type, Clock clock) {
        return type == LocalDateTime.class ? LocalDateTime.now(clock).toInstant(ZoneOffset.UTC) : clock.instant();
    }

    /** In milliseconds, which every engine keeps. */
    private static Object time(Instant instant, Class<?> type) {
        Instant kept = instant.truncatedTo(ChronoUnit.MILLIS);
        return type == Instant.class ? kept : LocalDateTime.ofInstant(kept, ZoneOffset.UTC);
    }
}
