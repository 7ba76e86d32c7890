package dev.dovetail.migrations.lint;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.sql.Pieces;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words, names, strings and symbols of a statement, read from the left. */
final class Words {

    private final List<String> pieces;
    private int at;

    private Words(List<String> pieces, int at) {
        this.pieces = pieces;
        this.at = at;
    }

    static Words of(String sql, Engine engine) {
        return new Words(Pieces.of(sql, engine), 0);
    }

    /** The same, so that reading on does not move this one. */
    Words copy() {
        return new Words(pieces, at);
    }

    /** What is left, with a word before it. */
    Words copyWith(String word) {
        List<String> all = new ArrayList<>(List.of(word));
        all.addAll(rest());
        return new Words(List.copyOf(all), 0);
    }

    boolean atEnd() {
        return at >= pieces.size();
    }

    /** Whether these keywords come next; a quoted name is none. */
    boolean isNext(String... words) {
        return isAt(at, words);
    }

    private boolean isAt(int index, String... words) {
        if (index + words.length > pieces.size()) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            if (!pieces.get(index + i).equalsIgnoreCase(words[i])) {
                return false;
            }
        }
        return true;
    }

    /** Reads over these keywords, if they come next. */
    boolean take(String... words) {
        boolean next = isNext(words);
        if (next) {
            at += words.length;
        }
        return next;
    }

    /** Reads over whichever of these comes next. */
    boolean takeAny(String... words) {
        for (String word : words) {
            if (take(word)) {
                return true;
            }
        }
        return false;
    }

    /** The next piece in upper case, or nothing at the end. */
    String next() {
        return atEnd() ? "" : pieces.get(at++).toUpperCase(Locale.ROOT);
    }

    /** A name without quotes and without what stands before its dots, in lower case. */
    String name() {
        String name = atEnd() ? "" : pieces.get(at++);
        while (take(".") && !atEnd()) {
            name = pieces.get(at++);
        }
        return unquoted(name);
    }

    static String unquoted(String name) {
        boolean quoted = name.length() > 1 && "\"`[".indexOf(name.charAt(0)) >= 0;
        return (quoted ? name.substring(1, name.length() - 1) : name).toLowerCase(Locale.ROOT);
    }

    /** Whether these stand one behind the other somewhere in what is left. */
    boolean has(String... words) {
        for (int i = at; i < pieces.size(); i++) {
            if (isAt(i, words)) {
                return true;
            }
        }
        return false;
    }

    /** Whether these stand in what is left, outside of parentheses. */
    boolean hasOutside(String... words) {
        int depth = 0;
        for (int i = at; i < pieces.size(); i++) {
            if (depth == 0 && isAt(i, words)) {
                return true;
            }
            depth += depthOf(pieces.get(i));
        }
        return false;
    }

    /** Reads up to and over these keywords, or to the end. */
    boolean skipTo(String... words) {
        while (!atEnd()) {
            if (take(words)) {
                return true;
            }
            at++;
        }
        return false;
    }

    /** What is left, taken apart at the commas outside of parentheses. */
    List<Words> parts() {
        List<Words> parts = new ArrayList<>();
        List<String> part = new ArrayList<>();
        int depth = 0;
        for (; at < pieces.size(); at++) {
            String piece = pieces.get(at);
            depth += depthOf(piece);
            if (depth == 0 && piece.equals(",")) {
                parts.add(new Words(List.copyOf(part), 0));
                part.clear();
            } else {
                part.add(piece);
            }
        }
        if (!part.isEmpty()) {
            parts.add(new Words(List.copyOf(part), 0));
        }
        return parts;
    }

    /** Reads over a pair of parentheses, if one comes next, and gives what is between them. */
    Words parentheses() {
        List<String> inside = new ArrayList<>();
        int depth = 0;
        while (!atEnd() && (depth > 0 || pieces.get(at).equals("("))) {
            String piece = pieces.get(at++);
            int before = depth;
            depth += depthOf(piece);
            if (before > 0 && depth > 0) {
                inside.add(piece);
            }
        }
        return new Words(List.copyOf(inside), 0);
    }

    private static int depthOf(String piece) {
        return piece.equals("(") ? 1 : piece.equals(")") ? -1 : 0;
    }

    /** Names between commas. */
    List<String> names() {
        return parts().stream().map(Words::name).toList();
    }

    /** Every piece that is left. */
    List<String> rest() {
        return pieces.subList(Math.min(at, pieces.size()), pieces.size());
    }

    /** What is left, with spaces between. */
    @Override
    public String toString() {
        return String.join(" ", rest());
    }
}
