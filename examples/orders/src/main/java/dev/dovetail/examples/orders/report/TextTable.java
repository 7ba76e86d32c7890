package dev.dovetail.examples.orders.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jline.utils.AttributedString;
import org.jline.utils.WCWidth;

/**
 * A table of text whose columns stay straight in any script: Chinese characters take two places in a terminal, combining
 * marks none.
 */
public final class TextTable {

    /** On which side of a column its values stand. */
    public enum Align {
        /** For texts. */
        LEFT,
        /** For numbers. */
        RIGHT
    }

    private static final String GAP = "  ";
    private static final int WIDEST = 60;

    private final List<Align> columns = new ArrayList<>();
    private final List<String> headers = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    /** Adds a column. */
    public TextTable column(String header, Align align) {
        headers.add(header);
        columns.add(align);
        return this;
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException if it has more or fewer values than there are columns
     */
    public TextTable row(String... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(
                    "A row of " + values.length + " values in a table of " + columns.size() + " columns");
        }
        rows.add(Arrays.stream(values).map(TextTable::cell).toList());
        return this;
    }

    /** The lines of the table: header, rule, rows. */
    public List<String> lines() {
        int[] widths = IntStream.range(0, columns.size()).map(this::width).toArray();
        List<String> lines = new ArrayList<>();
        lines.add(line(headers, widths));
        lines.add(String.join(GAP, Arrays.stream(widths).mapToObj("─"::repeat).toList()));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    /** How many places a text takes in a terminal. */
    public static int displayWidth(String text) {
        return new AttributedString(text).columnLength();
    }

    private int width(int column) {
        int width = displayWidth(headers.get(column));
        for (List<String> row : rows) {
            width = Math.max(width, displayWidth(row.get(column)));
        }
        return width;
    }

    private String line(List<String> values, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String value = values.get(i);
            String padding = " ".repeat(widths[i] - displayWidth(value));
            line.append(i == 0 ? "" : GAP);
            line.append(columns.get(i) == Align.LEFT ? value + padding : padding + value);
        }
        return line.toString().stripTrailing();
    }

    /** A value on one line, cut where it is too wide. */
    private static String cell(String value) {
        StringBuilder kept = new StringBuilder();
        int width = 0;
        for (int c : value.codePoints().toArray()) {
            int shown = Character.isISOControl(c) ? ' ' : c;
            width += Math.max(0, WCWidth.wcwidth(shown));
            if (width >= WIDEST) {
                return kept.append('…').toString();
            }
            kept.appendCodePoint(shown);
        }
        return kept.toString();
    }
}
