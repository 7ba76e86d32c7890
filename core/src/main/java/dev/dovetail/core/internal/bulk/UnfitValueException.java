package dev.dovetail.core.internal.bulk;

import org.jspecify.annotations.Nullable;

/** A value that cannot be sent to the engine. The message says why, without the value. */
public final class UnfitValueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int row;
    private final int column;
    private final String fix;

    UnfitValueException(String why, String fix, @Nullable Throwable cause) {
        this(why, fix, cause, -1, -1);
    }

    private UnfitValueException(String why, String fix, @Nullable Throwable cause, int row, int column) {
        super(why, cause);
        this.fix = fix;
        this.row = row;
        this.column = column;
    }

    UnfitValueException at(int newRow, int newColumn) {
        return new UnfitValueException(String.valueOf(getMessage()), fix, getCause(), newRow, newColumn);
    }

    /** Which row of the chunk, the first being 0. */
    public int row() {
        return row;
    }

    /** The position of the column. */
    public int column() {
        return column;
    }

    /** What to do about it. */
    public String fix() {
        return fix;
    }
}
