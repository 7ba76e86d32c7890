package dev.dovetail.core.internal.bulk;

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
import org.jooq.XML;
import org.jooq.types.DayToSecond;
import org.jooq.types.YearToMonth;
import org.jooq.types.YearToSecond;
import org.jspecify.annotations.Nullable;

/** A value as PostgreSQL's input functions read it: exactly what jOOQ would store, or nothing. */
final class PostgresqlLiteral {

    private PostgresqlLiteral() {}

    /**
     * The text of a value.
     *
     * @throws UnfitValueException for a type that has no text here, or a value that PostgreSQL could not keep as it is
     */
    static String of(Object value) {
        if (value instanceof CharSequence || value instanceof Character) {
            return text(value.toString());
        }
        // Intervals are numbers to jOOQ.
        if (value instanceof DayToSecond || value instanceof YearToSecond || value instanceof YearToMonth) {
            return PostgresqlTime.interval((Number) value);
        }
        if (value instanceof Number || value instanceof Boolean || value instanceof UUID) {
            return value.toString();
        }
        if (value instanceof byte[] bytes) {
            return "\\x" + HexFormat.of().formatHex(bytes);
        }
        if (value instanceof JSON json) {
            return text(json.data());
        }
        if (value instanceof JSONB json) {
            return text(json.data());
        }
        if (value instanceof XML xml) {
            return text(xml.data());
        }
        if (value instanceof EnumType literal) {
            return text(literal.getLiteral());
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof @Nullable Object[] array) {
            return array(array);
        }
        return time(value);
    }

    private static String time(Object value) {
        if (value instanceof LocalDate date) {
            return PostgresqlTime.date(date);
        }
        if (value instanceof LocalDateTime dateTime) {
            return PostgresqlTime.dateTime(dateTime);
        }
        if (value instanceof OffsetDateTime dateTime) {
            return PostgresqlTime.moment(dateTime);
        }
        if (value instanceof Instant instant) {
            return PostgresqlTime.moment(instant.atOffset(ZoneOffset.UTC));
        }
        if (value instanceof LocalTime time) {
            return PostgresqlTime.time(time);
        }
        if (value instanceof OffsetTime time) {
            return PostgresqlTime.time(time);
        }
        if (value instanceof Timestamp timestamp) {
            return PostgresqlTime.dateTime(timestamp.toLocalDateTime());
        }
        if (value instanceof java.sql.Date date) {
            return PostgresqlTime.date(date.toLocalDate());
        }
        if (value instanceof java.sql.Time time) {
            return time.toLocalTime().toString();
        }
        throw new UnfitValueException(
                "a value of type " + value.getClass().getName() + " has no text that PostgreSQL reads",
                "convert it to text, a number, a date or time, bytes, JSON, an enum, a UUID or an array of these",
                null);
    }

    private static String text(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new UnfitValueException(
                    "PostgreSQL cannot keep the character NUL in text",
                    "remove it, or use a column of type bytea",
                    null);
        }
        Surrogates.requirePaired(text);
        return text;
    }

    /** An array of values of which none is itself an array unless it is another dimension. */
    static String array(@Nullable Object[] elements) {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < elements.length; i++) {
            if (i > 0) {
                text.append(',');
            }
            Object element = elements[i];
            if (element instanceof @Nullable Object[] inner) {
                text.append(array(inner));
            } else {
                appendElement(text, element == null ? null : of(element));
            }
        }
        return text.append('}').toString();
    }

    /** An element of an array literal. */
    static void appendElement(StringBuilder array, @Nullable String literal) {
        if (literal == null) {
            array.append("NULL");
            return;
        }
        array.append('"');
        int start = 0;
        for (int i = 0; i < literal.length(); i++) {
            char c = literal.charAt(i);
            if (c == '\\' || c == '"') {
                array.append(literal, start, i).append('\\');
                start = i;
            }
        }
        array.append(literal, start, literal.length()).append('"');
    }
}
