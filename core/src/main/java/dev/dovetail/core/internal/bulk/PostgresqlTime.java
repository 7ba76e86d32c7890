package dev.dovetail.core.internal.bulk;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import org.jooq.types.DayToSecond;
import org.jooq.types.YearToMonth;
import org.jooq.types.YearToSecond;

/** Dates, times and intervals as PostgreSQL reads them. It keeps microseconds; what is finer is refused, not rounded. */
final class PostgresqlTime {

    private static final int NANOS_A_MICRO = 1_000;

    /** Hours of an offset that PostgreSQL keeps in a time with time zone. */
    private static final int MAX_OFFSET_SECONDS = 16 * 3_600 - 1;

    private PostgresqlTime() {}

    /** The driver reads and writes infinity as the ends of Java's range. */
    static String date(LocalDate date) {
        if (date.equals(LocalDate.MAX)) {
            return "infinity";
        }
        return date.equals(LocalDate.MIN) ? "-infinity" : day(date) + era(date);
    }

    static String dateTime(LocalDateTime dateTime) {
        if (dateTime.equals(LocalDateTime.MAX)) {
            return "infinity";
        }
        if (dateTime.equals(LocalDateTime.MIN)) {
            return "-infinity";
        }
        LocalDate date = dateTime.toLocalDate();
        return day(date) + " " + time(dateTime.toLocalTime()) + era(date);
    }

    /** In UTC, because PostgreSQL reads only offsets below 16 hours, and keeps none. */
    static String moment(OffsetDateTime moment) {
        if (moment.equals(OffsetDateTime.MAX)) {
            return "infinity";
        }
        if (moment.equals(OffsetDateTime.MIN)) {
            return "-infinity";
        }
        LocalDateTime utc = moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
        return day(utc.toLocalDate()) + " " + time(utc.toLocalTime()) + "+00" + era(utc.toLocalDate());
    }

    static String time(LocalTime time) {
        requireMicros(time.getNano());
        return time.toString();
    }

    static String time(OffsetTime time) {
        if (Math.abs(time.getOffset().getTotalSeconds()) > MAX_OFFSET_SECONDS) {
            throw new UnfitValueException(
                    "PostgreSQL keeps offsets below 16 hours only, and this one is " + time.getOffset(),
                    "give the time with another offset: time.withOffsetSameInstant(ZoneOffset.UTC)",
                    null);
        }
        return time(time.toLocalTime()) + time.getOffset();
    }

    /** Each field with the sign of the whole: PostgreSQL reads "-1 02:03" as a day back and two hours forward. */
    static String interval(Number interval) {
        if (interval instanceof YearToMonth months) {
            return months(months);
        }
        if (interval instanceof YearToSecond both) {
            return months(both.getYearToMonth()) + " " + seconds(both.getDayToSecond());
        }
        return seconds((DayToSecond) interval);
    }

    private static String months(YearToMonth months) {
        return months.intValue() + " mons";
    }

    private static String seconds(DayToSecond interval) {
        requireMicros(interval.getNano());
        int sign = interval.getSign();
        return "%d days %d hours %d mins %s%d.%06d secs"
                .formatted(
                        sign * interval.getDays(),
                        sign * interval.getHours(),
                        sign * interval.getMinutes(),
                        sign < 0 ? "-" : "",
                        interval.getSeconds(),
                        interval.getNano() / NANOS_A_MICRO);
    }

    private static void requireMicros(int nanos) {
        if (nanos % NANOS_A_MICRO != 0) {
            throw new UnfitValueException(
                    "it has nanoseconds, and PostgreSQL keeps microseconds",
                    "round it where you know how: value.truncatedTo(ChronoUnit.MICROS)",
                    null);
        }
    }

    /** Java counts the years before 1 as 0, -1, …; PostgreSQL as 1 BC, 2 BC, …, and wants no sign. */
    private static String day(LocalDate date) {
        int year = date.getYear();
        if (year >= 1 && year <= 9_999) {
            return date.toString();
        }
        return "%04d-%02d-%02d".formatted(year < 1 ? 1 - year : year, date.getMonthValue(), date.getDayOfMonth());
    }

    private static String era(LocalDate date) {
        return date.getYear() < 1 ? " BC" : "";
    }
}
