package dev.dovetail.core.bulk;

import java.util.List;
import org.jooq.Converter;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Rows in the text format of PostgreSQL's COPY: tabs between columns, \N for null, backslash escapes. */
final class CopyText {

    private final StringBuilder text = new StringBuilder();
    private final Converter<Object, Object>[] toDatabase;

    @SuppressWarnings("unchecked") // a converter is only given values of its own field
    CopyText(List<Field<?>> columns) {
        this.toDatabase = columns.stream()
                .map(column -> (Converter<Object, Object>) column.getConverter())
                .toArray(Converter[]::new);
    }

    void append(@Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                text.append('\t');
            }
            Object given = values[i];
            Object value = given == null ? null : toDatabase[i].to(given);
            if (value == null) {
                text.append("\\N");
            } else {
                appendEscaped(PostgresqlLiteral.of(value));
            }
        }
        text.append('\n');
    }

    int length() {
        return text.length();
    }

    String take() {
        String taken = text.toString();
        text.setLength(0);
        return taken;
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
