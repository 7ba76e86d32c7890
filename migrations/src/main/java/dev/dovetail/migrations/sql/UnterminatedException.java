package dev.dovetail.migrations.sql;

/** Something is opened in a script and never closed. Its callers know the script and explain. */
public final class UnterminatedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String what;
    private final int line;

    UnterminatedException(String what, int line) {
        super(what + " opened in line " + line + " is not closed");
        this.what = what;
        this.line = line;
    }

    /** What is open: a string, a comment, … */
    public String what() {
        return what;
    }

    /** Where it was opened, from 1. */
    public int line() {
        return line;
    }
}
