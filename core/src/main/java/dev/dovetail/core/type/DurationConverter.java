package dev.dovetail.core.type;

import dev.dovetail.core.error.ValueNotKeptException;
import java.time.Duration;
import org.jooq.impl.AbstractConverter;
import org.jspecify.annotations.Nullable;

/**
 * A length of time as a {@code bigint} of nanoseconds, which sorts, adds and compares as lengths do. One of more than 292
 * years is refused. Immutable.
 */
public final class DurationConverter extends AbstractConverter<Long, Duration> {

    private static final long serialVersionUID = 1L;

    /** For generated code, which makes one for each field. */
    public DurationConverter() {
        super(Long.class, Duration.class);
    }

    @Override
    public @Nullable Duration from(@Nullable Long nanos) {
        return nanos == null ? null : Duration.ofNanos(nanos);
    }

    @Override
    public @Nullable Long to(@Nullable Duration value) {
        return value == null ? null : nanos(value);
    }

    /**
     * The nanoseconds of a length of time, as they are stored.
     *
     * @throws ValueNotKeptException if it is longer than 292 years
     */
    public static long nanos(Duration value) {
        try {
            return value.toNanos();
        } catch (ArithmeticException tooLong) {
            throw new ValueNotKeptException(
                    "a duration",
                    value.toString(),
                    "every engine",
                    "it is a bigint of nanoseconds, which holds 292 years",
                    "store seconds in a bigint of your own",
                    null);
        }
    }
}
