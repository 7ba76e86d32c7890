package dev.dovetail.migrations.history;

import dev.dovetail.migrations.result.Direction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a row of the history is of, as Flyway writes it; and of one that is not finished, how far it came.
 *
 * @param name Flyway's word
 * @param direction which way it was going, if it is not finished
 * @param done how many statements took effect before one was refused, if that is known
 */
public record RowType(
        String name,
        @Nullable Direction direction,
        @Nullable Integer done) {

    /** A script. */
    public static final RowType SQL = new RowType("SQL", null, null);
    /** A migration in Java. */
    public static final RowType JAVA = new RowType("JDBC", null, null);
    /** Where a database stood when its history began: what is older counts as applied, also without script. */
    public static final RowType BASELINE = new RowType("BASELINE", null, null);

    private static final Pattern UNFINISHED = Pattern.compile("(\\w+) (up|down)( after (\\d{1,6}))?");

    /** Reads what {@link #toString} wrote. */
    static RowType parse(String text) {
        Matcher parts = UNFINISHED.matcher(text);
        if (!parts.matches()) {
            return new RowType(text, null, null);
        }
        return new RowType(
                parts.group(1),
                parts.group(2).equals("up") ? Direction.UPGRADE : Direction.DOWNGRADE,
                parts.group(4) == null ? null : Integer.valueOf(parts.group(4)));
    }

    /** Of a row that is not finished. */
    public RowType going(Direction way) {
        return new RowType(name, way, null);
    }

    /** Of a row whose script was refused after so many statements. */
    public RowType refusedAfter(int statements) {
        return new RowType(name, direction, statements);
    }

    /** In at most the 20 characters of its column. */
    @Override
    public String toString() {
        return name
                + (direction == null ? "" : direction == Direction.UPGRADE ? " up" : " down")
                + (done == null ? "" : " after " + done);
    }
}
