package dev.dovetail.orm.internal.boot;

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

/** Dates and times as text. Written in one form; read in the forms that other programs write, too. */
final class SqliteText {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");
    private static final DateTimeFormatter WRITTEN_TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
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

    static String format(LocalDateTime value) {
        return WRITTEN.format(value);
    }

    static String format(Instant value) {
        return WRITTEN.format(value.atOffset(ZoneOffset.UTC));
    }

    static String format(LocalTime value) {
        return WRITTEN_TIME.format(value);
    }

    static LocalDateTime dateTime(String text) {
        if (isNumber(text)) {
            return LocalDateTime.ofInstant(Instant.ofEpochMilli(Long.parseLong(text)), ZoneOffset.UTC);
        }
        return LocalDateTime.parse(text.replace('T', ' '), READ);
    }

    static Instant instant(String text) {
        if (isNumber(text)) {
            return Instant.ofEpochMilli(Long.parseLong(text));
        }
        var parsed = READ.parseBest(text.replace('T', ' '), OffsetDateTime::from, LocalDateTime::from);
        return parsed instanceof OffsetDateTime withOffset
                ? withOffset.toInstant()
                : ((LocalDateTime) parsed).toInstant(ZoneOffset.UTC);
    }

    static LocalDate date(String text) {
        return isNumber(text)
                ? dateTime(text).toLocalDate()
                : LocalDate.parse(text.substring(0, Math.min(DATE_LENGTH, text.length())));
    }

    static LocalTime time(String text) {
        return text.length() > DATE_LENGTH + 2 && text.charAt(4) == '-'
                ? dateTime(text).toLocalTime()
                : LocalTime.parse(text);
    }

    private static boolean isNumber(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '-')
                && text.lastIndexOf('-') <= 0
                && text.length() > 1;
    }
}
