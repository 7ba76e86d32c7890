package dev.dovetail.examples.orders.file;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record whose fields are read by name, each with what is expected of it. */
final class CsvRow {

    private static final int LONGEST_QUOTE = 40;
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private final String file;
    private final List<String> fields;
    private final RawRecord record;

    CsvRow(String file, List<String> fields, RawRecord record) {
        this.file = file;
        this.fields = fields;
        this.record = record;
        int found = record.fields().size();
        if (found != fields.size()) {
            String field = found < fields.size() ? fields.get(found) : "after " + fields.get(fields.size() - 1);
            throw bad(field, fields.size() + " fields (" + String.join(",", fields) + ")", found + " fields");
        }
    }

    /** The line in which the record starts, the first being 1. */
    long line() {
        return record.line();
    }

    /** A text of 1 to so many characters. */
    String text(String field, int longest) {
        String text = optionalText(field, longest);
        if (text == null || text.isBlank()) {
            throw bad(field, "a text of 1 to " + longest + " characters", "nothing");
        }
        return text;
    }

    /** A text of up to so many characters, null if it is empty. */
    @Nullable
    String optionalText(String field, int longest) {
        String text = field(field);
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            throw bad(field, "at most " + longest + " characters", length + " characters");
        }
        if (text.indexOf('\0') >= 0) {
            throw bad(field, "a text without the character U+0000", quote(text.replace('\0', '␀')));
        }
        return text.isEmpty() ? null : text;
    }

    /** A whole number in a range, without sign, spaces or separators. */
    long number(String field, long least, long most) {
        String text = field(field);
        if (!text.isEmpty() && text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw bad(field, "a whole number from " + least + " to " + most, quote(text));
    }

    /** A point in time, to the millisecond. */
    Instant instant(String field) {
        String text = field(field);
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            if (instant.getNano() % 1_000_000 == 0 && !instant.isBefore(EARLIEST) && instant.isBefore(LATEST)) {
                return instant;
            }
        } catch (DateTimeParseException notATime) {
            // The message below says all there is to say.
        }
        throw bad(
                field,
                "a time with its offset from UTC, like 2026-03-29T02:30:00+05:45, from 1970 to 9998, in milliseconds at"
                        + " most",
                quote(text));
    }

    BadInputException bad(String field, String expected, String found) {
        return BadInputException.inField(file, line(), field, expected, found);
    }

    /** A value as a message shows it: on one line, cut where it is long. */
    static String quote(String value) {
        String shown = value.codePoints()
                .limit(LONGEST_QUOTE)
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return "'" + shown + (shown.length() < value.length() ? "…'" : "'");
    }

    private String field(String name) {
        return record.fields().get(fields.indexOf(name));
    }
}
