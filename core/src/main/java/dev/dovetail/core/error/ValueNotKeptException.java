package dev.dovetail.core.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value was about to be written, or read, that the engine or the column's type would not keep exactly. Nothing was
 * sent; the value is never rounded instead.
 */
public class ValueNotKeptException extends DovetailException {

    private static final long serialVersionUID = 1L;

    private final String type;
    private final String value;
    private final String engine;
    private final String reason;
    private final String fix;
    private final @Nullable String column;

    /**
     * With everything that is known.
     *
     * @param type what the column holds: {@code exact decimal (19, 4)}, {@code date}, …
     * @param value the value, or what may be told of it
     * @param engine the name of the engine, or {@code every engine}
     * @param reason why it would not be kept
     * @param fix what to write instead
     * @param column the column, or null where it is not known
     */
    public ValueNotKeptException(
            String type, String value, String engine, String reason, String fix, @Nullable String column) {
        super(
                new Explanation(
                        CoreError.VALUE_NOT_KEPT,
                        "The value " + value + " cannot be kept exactly as " + type + " on " + engine
                                + (column == null ? " (the column is not known here)" : " in column " + column) + ": "
                                + reason + ". It was not written.",
                        "the value is larger, longer or finer than what the column was declared for",
                        fix),
                null);
        this.type = type;
        this.value = value;
        this.engine = engine;
        this.reason = reason;
        this.fix = fix;
        this.column = column;
    }

    /** The same, with the column that it was meant for. */
    public ValueNotKeptException in(String knownColumn) {
        ValueNotKeptException known = new ValueNotKeptException(
                type, value, engine, reason, fix, Objects.requireNonNull(knownColumn, "knownColumn"));
        known.setStackTrace(getStackTrace());
        return known;
    }

    /** What the column holds. */
    public String type() {
        return type;
    }

    /** The value, or what may be told of it. */
    public String value() {
        return value;
    }

    /** The name of the engine, or {@code every engine}. */
    public String engine() {
        return engine;
    }

    /** Why it would not be kept. */
    public String reason() {
        return reason;
    }

    /** What to write instead. */
    public String fix() {
        return fix;
    }

    /** The column, or null where it is not known: in batches and in comparisons. */
    public @Nullable String column() {
        return column;
    }
}
