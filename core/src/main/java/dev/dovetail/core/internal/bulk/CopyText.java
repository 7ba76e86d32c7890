package dev.dovetail.core.internal.bulk;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows in the text format of PostgreSQL's COPY: tabs between columns, \N for null, backslash escapes. */
final class CopyText {

    /** So much that a message to the server is worth its while, and so little that the server soon has work. */
    private static final int PIECE = 1 << 15;

    private final PostgresqlValues values;
    private final StringBuilder text = new StringBuilder(PIECE + (PIECE >> 3));

    CopyText(PostgresqlValues values) {
        this.values = values;
    }

    /** Takes pieces of the text. */
    interface Sink {
        void write(byte[] piece) throws SQLException;
    }

    /** Hands out the text of rows in pieces, so that the server reads the first ones while the next are made. */
    void write(List<@Nullable Object[]> rows, Sink sink) throws SQLException {
        text.setLength(0);
        for (int row = 0; row < rows.size(); row++) {
            @Nullable Object[] given = rows.get(row);
            for (int column = 0; column < given.length; column++) {
                if (column > 0) {
                    text.append('\t');
                }
                String literal = values.literal(row, column, given[column]);
                if (literal == null) {
                    text.append("\\N");
                } else {
                    appendEscaped(literal);
                }
            }
            text.append('\n');
            if (text.length() >= PIECE) {
                flush(sink);
            }
        }
        flush(sink);
    }

    private void flush(Sink sink) throws SQLException {
        sink.write(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
    }

    private void appendEscaped(String literal) {
        int start = 0;
        for (int i = 0; i < literal.length(); i++) {
            char c = literal.charAt(i);
            String escape = switch (c) {
                case '\\' -> "\\\\";
                case '\t' -> "\\t";
                case '\n' -> "\\n";
                case '\r' -> "\\r";
                default -> null;
            };
            if (escape != null) {
                text.append(literal, start, i).append(escape);
                start = i + 1;
            }
        }
        text.append(literal, start, literal.length());
    }
}
