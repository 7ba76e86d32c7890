package dev.dovetail.migrations.catalog;

import java.util.List;
import java.util.Locale;

/** The pieces of a statement, one after the other. */
final class SqlitePieces {

    private final List<String> pieces;
    private int at;

    SqlitePieces(List<String> pieces) {
        this.pieces = pieces;
    }

    boolean atEnd() {
        return at >= pieces.size();
    }

    /** The next piece in lower case, without taking it; empty at the end. */
    String word() {
        return atEnd() ? "" : pieces.get(at).toLowerCase(Locale.ROOT);
    }

    boolean isAt(String piece) {
        return word().equals(piece);
    }

    boolean isNext(String piece) {
        return at + 1 < pieces.size() && pieces.get(at + 1).equalsIgnoreCase(piece);
    }

    boolean accept(String piece) {
        boolean found = isAt(piece);
        if (found) {
            at++;
        }
        return found;
    }

    void expect(String piece) {
        if (!accept(piece)) {
            throw new IllegalStateException(
                    "Expected " + piece + " before '" + word() + "' in: " + SqliteText.join(pieces));
        }
    }

    String take() {
        if (atEnd()) {
            throw new IllegalStateException("Unexpected end of: " + SqliteText.join(pieces));
        }
        return pieces.get(at++);
    }

    void skipTo(String piece) {
        while (!isAt(piece)) {
            take();
        }
    }

    /** What stands in parentheses, with them, in the one form. */
    String parentheses() {
        int from = at;
        int depth = 0;
        do {
            String piece = take();
            depth += piece.equals("(") ? 1 : piece.equals(")") ? -1 : 0;
        } while (depth > 0);
        return SqliteText.join(pieces.subList(from, at));
    }

    /** Everything that is left, in the one form. */
    String rest() {
        String text = SqliteText.join(pieces.subList(at, pieces.size()));
        at = pieces.size();
        return text;
    }
}
