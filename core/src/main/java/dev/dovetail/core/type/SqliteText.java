package dev.dovetail.core.type;

import dev.dovetail.core.error.ValueNotKeptException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;

/**
 * Dates and times as SQLite's text: {@code yyyy-MM-dd HH:mm:ss.SSS}, always in this form, so that text sorts by time. What
 * is finer than a millisecond is cut off. Read in the forms that SQL's own functions and other programs write, too.
 * jOOQ's and Hibernate's bindings both stand on this.
 */
public final class SqliteText {

    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter WRITTEN_TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter READ = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral(' ')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HH:mm", "Z")
            .optionalEnd()
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
            .toFormatter(Locale.ROOT);
    private static final int DATE_LENGTH = 10;

    private SqliteText() {}

    /**
     * A point in time, in UTC.
     *
     * @throws ValueNotKeptException if its year is not one of 1 to 9999: its text would not sort by time
     */
    public static String of(Instant value) {
        return of(LocalDateTime.ofInstant(value, ZoneOffset.UTC));
    }

    /** A date and time without zone; like {@link #of(Instant)}. */
    public static String of(LocalDateTime value) {
        requireSortable(value.toLocalDate());
        return WRITTEN.format(value);
    }

    /** A date; like {@link #of(Instant)}. */
    public static String of(LocalDate value) {
        requireSortable(value);
        return value.toString();
    }

    /** A time of day. */
    public static String of(LocalTime value) {
        return WRITTEN_TIME.format(value);
    }

    /**
     * Reads a point in time; without an offset it is UTC, and a number is milliseconds since 1970.
     *
     * @throws java.time.DateTimeException if it is none
     */
    public static Instant instant(String text) {
        if (isNumber(text)) {
            return Instant.ofEpochMilli(Long.parseLong(text));
        }
        var parsed = READ.parseBest(text.replace('T', ' '), OffsetDateTime::from, LocalDateTime::from);
        return parsed instanceof OffsetDateTime withOffset
                ? withOffset.toInstant()
                : ((LocalDateTime) parsed).toInstant(ZoneOffset.UTC);
    }

    /** Reads a date and time without zone; like {@link #instant}. */
    public static LocalDateTime dateTime(String text) {
        return isNumber(text)
                ? LocalDateTime.ofInstant(instant(text), ZoneOffset.UTC)
                : LocalDateTime.parse(text.replace('T', ' '), READ);
    }

    /** Reads a date, also from a date and time; like {@link #instant}. */
    public static LocalDate date(String text) {
        return isNumber(text)
                ? dateTime(text).toLocalDate()
                : LocalDate.parse(text.substring(0, Math.min(DATE_LENGTH, text.length())));
    }

    /** Reads a time of day, also from a date and time; like {@link #instant}. */
    public static LocalTime time(String text) {
        return text.length() > DATE_LENGTH + 2 && text.charAt(4) == '-'
                ? dateTime(text).toLocalTime()
                : LocalTime.parse(text);
    }

    private static boolean isNumber(String text) {
        return text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '-')
                && text.lastIndexOf('-') <= 0
                && text.length() > 1;
    }

    private static void requireSortable(LocalDate date) {
        if (date.getYear() < 1 || date.getYear() > 9_999) {
            throw new ValueNotKeptException(
                    "date",
                    date.toString(),
                    "SQLite",
                    "dates are text there, which sorts by time for the years 1 to 9999 only",
                    "keep to the years 1 to 9999, or store the number of the day as a bigint",
                    null);
        }
    }
}
