package dev.dovetail.examples.orders.file;

/** An input file cannot be used. One message says where the fault is and what was expected there. */
public final class BadInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private BadInputException(String message) {
        super(message);
    }

    /** For a file that cannot be read at all. */
    static BadInputException inFile(String file, String expected, String found) {
        return new BadInputException(file + ": expected " + expected + ", found " + found + ".");
    }

    /** For a fault in a field of the record that starts in a line, the first line of a file being 1. */
    static BadInputException inField(String file, long line, String field, String expected, String found) {
        return new BadInputException(
                file + ", line " + line + ", field " + field + ": expected " + expected + ", found " + found + ".");
    }
}
