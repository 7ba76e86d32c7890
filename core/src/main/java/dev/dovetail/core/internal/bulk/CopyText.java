package dev.dovetail.core.internal.bulk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows in the text format of PostgreSQL's COPY: tabs between columns, \N for null, backslash escapes. */
final class CopyText {

    private final PostgresqlValues values;
    private final StringBuilder text = new StringBuilder();

    CopyText(PostgresqlValues values) {
        this.values = values;
    }

    String of(List<@Nullable Object[]> rows) {
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
        }
        return text.toString();
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
