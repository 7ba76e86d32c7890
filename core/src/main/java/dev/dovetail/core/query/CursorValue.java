package dev.dovetail.core.query;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A value in the text of a cursor: a letter for its type, and its own text, from which each of these types comes back. */
enum CursorValue {
    TEXT('t', String.class, text -> text),
    INT('i', Integer.class, Integer::valueOf),
    LONG('l', Long.class, Long::valueOf),
    SHORT('s', Short.class, Short::valueOf),
    BYTE('y', Byte.class, Byte::valueOf),
    DOUBLE('d', Double.class, Double::valueOf),
    FLOAT('f', Float.class, Float::valueOf),
    BOOLEAN('b', Boolean.class, Boolean::valueOf),
    DECIMAL('n', BigDecimal.class, BigDecimal::new),
    WHOLE('w', BigInteger.class, BigInteger::new),
    UUID_('u', UUID.class, UUID::fromString),
    DATE('D', LocalDate.class, LocalDate::parse),
    TIME('T', LocalTime.class, LocalTime::parse),
    DATE_TIME('L', LocalDateTime.class, LocalDateTime::parse),
    INSTANT('I', Instant.class, Instant::parse),
    OFFSET_DATE_TIME('O', OffsetDateTime.class, OffsetDateTime::parse);

    private static final char NULL = '0';

    private final char letter;
    private final Class<?> type;
    private final Function<String, Object> parser;

    CursorValue(char letter, Class<?> type, Function<String, Object> parser) {
        this.letter = letter;
        this.type = type;
        this.parser = parser;
    }

    static void write(@Nullable Object value, DataOutputStream out) throws IOException {
        if (value == null) {
            out.writeByte(NULL);
            return;
        }
        for (CursorValue kind : values()) {
            if (kind.type == value.getClass()) {
                String text = value.toString();
                if (text.length() > CursorText.MAX_LENGTH) {
                    throw QueryErrors.cursorTooLong(text.length(), CursorText.MAX_LENGTH);
                }
                out.writeByte(kind.letter);
                out.writeUTF(text);
                return;
            }
        }
        throw QueryErrors.noCursorText(value);
    }

    static @Nullable Object read(DataInputStream in) throws IOException {
        int letter = in.readByte();
        if (letter == NULL) {
            return null;
        }
        for (CursorValue kind : values()) {
            if (kind.letter == letter) {
                return kind.parser.apply(in.readUTF());
            }
        }
        throw new IOException("Nothing begins with " + letter);
    }
}
