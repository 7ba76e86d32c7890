package dev.dovetail.core.bulk;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;
import org.jooq.EnumType;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/** A value as PostgreSQL's input functions read it. */
final class PostgresqlLiteral {

    private PostgresqlLiteral() {}

    /**
     * The text of a value.
     *
     * @throws IllegalArgumentException for a type that has no text here
     */
    static String of(Object value) {
        if (value instanceof CharSequence
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof UUID
                || value instanceof LocalTime
                || value instanceof OffsetTime) {
            return value.toString();
        }
        if (value instanceof byte[] bytes) {
            return "\\x" + HexFormat.of().formatHex(bytes);
        }
        if (value instanceof LocalDate date) {
            return date(date) + era(date);
        }
        if (value instanceof LocalDateTime dateTime) {
            return dateTime(dateTime) + era(dateTime.toLocalDate());
        }
        if (value instanceof OffsetDateTime dateTime) {
            return dateTime(dateTime.toLocalDateTime()) + dateTime.getOffset() + era(dateTime.toLocalDate());
        }
        if (value instanceof Instant instant) {
            return of(instant.atOffset(ZoneOffset.UTC));
        }
        if (value instanceof Timestamp timestamp) {
            return of(timestamp.toLocalDateTime());
        }
        if (value instanceof java.sql.Date date) {
            return of(date.toLocalDate());
        }
        if (value instanceof java.sql.Time time) {
            return of(time.toLocalTime());
        }
        if (value instanceof JSON json) {
            return json.data();
        }
        if (value instanceof JSONB json) {
            return json.data();
        }
        if (value instanceof EnumType literal) {
            return literal.getLiteral();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof @Nullable Object[] array) {
            return array(array);
        }
        throw new IllegalArgumentException("A bulk insert cannot write a value of type "
                + value.getClass().getName() + "; convert it to text, a number, a date or time, bytes, JSON, an enum, a"
                + " UUID or an array of these");
    }

    private static String array(@Nullable Object[] elements) {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < elements.length; i++) {
            Object element = elements[i];
            if (i > 0) {
                text.append(',');
            }
            if (element == null) {
                text.append("NULL");
            } else if (element instanceof @Nullable Object[] inner) {
                text.append(array(inner));
            } else {
                text.append('"')
                        .append(of(element).replace("\\", "\\\\").replace("\"", "\\\""))
                        .append('"');
            }
        }
        return text.append('}').toString();
    }

    private static String dateTime(LocalDateTime dateTime) {
        return date(dateTime.toLocalDate()) + " " + dateTime.toLocalTime();
    }

    /** Java counts the years before 1 as 0, -1, …; PostgreSQL as 1 BC, 2 BC, …, and wants no sign. */
    private static String date(LocalDate date) {
        if (date.getYear() >= 1 && date.getYear() <= 9_999) {
            return date.toString();
        }
        int year = date.getYear() < 1 ? 1 - date.getYear() : date.getYear();
        return "%04d-%02d-%02d".formatted(year, date.getMonthValue(), date.getDayOfMonth());
    }

    private static String era(LocalDate date) {
        return date.getYear() < 1 ? " BC" : "";
    }
}
