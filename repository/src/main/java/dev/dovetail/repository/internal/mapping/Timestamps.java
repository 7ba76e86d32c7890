package dev.dovetail.repository.internal.mapping;

import dev.dovetail.repository.internal.mapping.AttributeMapping.Basic;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The attributes of an entity that get the time by themselves: Hibernate's annotations, read by their names. */
public final class Timestamps {

    static final String CREATION = "org.hibernate.annotations.CreationTimestamp";
    static final String UPDATE = "org.hibernate.annotations.UpdateTimestamp";

    private static final Map<Class<?>, Function<Clock, Object>> TIMES = Map.of(
            Instant.class, Clock::instant,
            LocalDate.class, LocalDate::now,
            LocalDateTime.class, LocalDateTime::now,
            LocalTime.class, LocalTime::now,
            OffsetDateTime.class, OffsetDateTime::now,
            OffsetTime.class, OffsetTime::now,
            Year.class, Year::now,
            YearMonth.class, YearMonth::now,
            ZonedDateTime.class, ZonedDateTime::now);

    private final List<Basic> created;
    private final List<Basic> updated;

    private Timestamps(List<Basic> created, List<Basic> updated) {
        this.created = created;
        this.updated = updated;
    }

    static Timestamps of(List<AttributeMapping> attributes) {
        return new Timestamps(annotated(attributes, CREATION), annotated(attributes, UPDATE));
    }

    private static List<Basic> annotated(List<AttributeMapping> attributes, String annotation) {
        return attributes.stream()
                .filter(attribute -> attribute instanceof Basic && isAnnotated(attribute.accessor(), annotation))
                .map(Basic.class::cast)
                .toList();
    }

    private static boolean isAnnotated(Accessor accessor, String annotation) {
        return NamedAnnotation.find(accessor.annotations(), annotation) != null;
    }

    static boolean isTimestamp(Accessor accessor) {
        return isAnnotated(accessor, CREATION) || isAnnotated(accessor, UPDATE);
    }

    static boolean isTime(Class<?> type) {
        return TIMES.containsKey(type);
    }

    /** Those that are set when the row is inserted, and never again. */
    public List<Basic> ofCreation() {
        return created;
    }

    /** Those that are set whenever the row is written. */
    public List<Basic> ofUpdate() {
        return updated;
    }

    /** Sets those of an entity that is inserted now. */
    public void created(Object entity, Clock clock) {
        set(created, entity, clock);
        set(updated, entity, clock);
    }

    /** Sets those of an entity that is updated now. */
    public void updated(Object entity, Clock clock) {
        set(updated, entity, clock);
    }

    private static void set(List<Basic> attributes, Object entity, Clock clock) {
        attributes.forEach(attribute -> attribute.accessor().set(entity, now(attribute, clock)));
    }

    /** What one of them is set to now: as exact as the most exact engine keeps it. */
    public static @Nullable Object now(Basic attribute, Clock clock) {
        Function<Clock, Object> now = TIMES.get(attribute.accessor().type());
        return now == null ? null : now.apply(Clock.tick(clock, ChronoUnit.MICROS.getDuration()));
    }
}
