package dev.dovetail.orm.internal.boot;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;

/** Points in time as they come from a database: in UTC, in which they are stored, whatever the zone of the JVM. */
final class UtcTimes {

    private UtcTimes() {}

    static <X> X wrap(JavaType<X> type, Instant instant, WrapperOptions options) {
        if (type.getJavaTypeClass() == OffsetDateTime.class) {
            return type.cast(instant.atOffset(ZoneOffset.UTC));
        }
        return type.getJavaTypeClass() == ZonedDateTime.class
                ? type.cast(instant.atZone(ZoneOffset.UTC))
                : type.wrap(instant, options);
    }
}
