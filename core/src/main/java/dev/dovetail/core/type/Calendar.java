package dev.dovetail.core.type;

import dev.dovetail.core.error.ValueNotKeptException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as the servers take them. */
final class Calendar {

    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT);

    private Calendar() {}

    /** For a literal. */
    static String text(LocalTime value) {
        return TIME.format(value);
    }

    /** For a literal; a year that needs more than four digits has no portable one. */
    static String text(LocalDateTime value) {
        return MICROS.format(requireFourDigits(value));
    }

    static LocalDateTime requireFourDigits(LocalDateTime value) {
        requireFourDigits(value.toLocalDate());
        return value;
    }

    static LocalDate requireFourDigits(LocalDate date) {
        if (date.getYear() < 1 || date.getYear() > 9_999) {
            throw new ValueNotKeptException(
                    "date",
                    date.toString(),
                    "MariaDB and MySQL, or written into the text of a statement",
                    "the years there are 1 to 9999",
                    "keep to the years 1 to 9999, or store the number of the day as a bigint",
                    null);
        }
        return date;
    }
}
