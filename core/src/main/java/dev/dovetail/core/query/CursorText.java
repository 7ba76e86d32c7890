package dev.dovetail.core.query;

import jakarta.data.page.PageRequest.Cursor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The cursor of a page as a text for a link or a client, and back: letters, digits, {@code -} and {@code _}, with the types
 * of its values. {@code CursorText.of(page.nextPageRequest().cursor().orElseThrow())} goes out, and {@code
 * PageRequest.afterCursor(CursorText.parse(text), …)} asks for the next page.
 *
 * <p>The text is not secret: whoever has it can read the values. It is no proof either; somebody who makes one up gets the
 * page that begins there, of the rows that the query lets him see. A damaged one is refused, and one of another query by
 * {@link CompiledQuery#cursoredPage}.
 */
public final class CursorText {

    /** Longer ones are not made, and not read. */
    static final int MAX_LENGTH = 4_000;

    private static final int VERSION = 1;
    private static final int CHECKSUM = 4;
    private static final int MOST_VALUES = 32;

    private CursorText() {}

    /**
     * The text of a cursor.
     *
     * @throws QueryException if a value is of a type that has no text form here, or the text would have more than 4,000
     *     characters. Numbers, texts, booleans, dates and times, UUIDs and null have one.
     */
    public static String of(Cursor cursor) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeByte(cursor.size());
            for (int i = 0; i < cursor.size(); i++) {
                CursorValue.write(cursor.get(i), out);
            }
            out.writeInt(checksum(bytes.toByteArray(), bytes.size()));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
        if (text.length() > MAX_LENGTH || cursor.size() > MOST_VALUES) {
            throw QueryErrors.cursorTooLong(text.length(), MAX_LENGTH);
        }
        return text;
    }

    /**
     * The cursor of a text.
     *
     * @throws QueryException if it is not one that {@link #of} made, as it made it
     */
    public static Cursor parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw QueryErrors.badCursorText(null);
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            int end = bytes.length - CHECKSUM;
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            if (end < 2 || in.readByte() != VERSION) {
                throw QueryErrors.badCursorText(null);
            }
            List<@Nullable Object> values = new ArrayList<>();
            int size = in.readByte();
            for (int i = 0; i < size; i++) {
                values.add(CursorValue.read(in));
            }
            if (in.readInt() != checksum(bytes, end) || in.available() > 0 || size < 1 || size > MOST_VALUES) {
                throw QueryErrors.badCursorText(null);
            }
            return Cursor.forKey(values.toArray());
        } catch (IOException | RuntimeException damaged) {
            throw damaged instanceof QueryException ours ? ours : QueryErrors.badCursorText(damaged);
        }
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32 checksum = new CRC32();
        checksum.update(Arrays.copyOf(bytes, length));
        return (int) checksum.getValue();
    }
}
