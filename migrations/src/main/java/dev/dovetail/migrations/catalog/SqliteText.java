package dev.dovetail.migrations.catalog;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.sql.Pieces;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Brings what SQLite keeps as its user wrote it into one form: words in lower case, one space between pieces, quotes only
 * where a name needs them. The result is valid SQL.
 */
final class SqliteText {

    private static final Set<String> KEYWORDS =
            Set.of(("abort action add after all alter always analyze and as asc attach"
                            + " autoincrement before begin between by cascade case cast check collate column commit conflict"
                            + " constraint create cross current current_date current_time current_timestamp database default"
                            + " deferrable deferred delete desc detach distinct do drop each else end escape except exclude"
                            + " exclusive exists explain fail filter first following for foreign from full generated glob group"
                            + " groups having if ignore immediate in index indexed initially inner insert instead intersect into"
                            + " is isnull join key last left like limit match materialized natural no not nothing notnull null"
                            + " nulls of offset on or order others outer over partition plan pragma preceding primary query raise"
                            + " range recursive references regexp reindex release rename replace restrict returning right"
                            + " rollback row rows savepoint select set table temp temporary then ties to transaction trigger"
                            + " unbounded union unique update using vacuum values view virtual when where window with without"
                            + " true false")
                    .split(" "));

    private SqliteText() {}

    static List<String> pieces(String sql) {
        return Pieces.of(sql, Engine.SQLITE);
    }

    /** The name that a piece is, in lower case: SQLite does not tell upper from lower. */
    static String name(String piece) {
        return unquoted(piece).toLowerCase(Locale.ROOT);
    }

    private static String unquoted(String piece) {
        char first = piece.charAt(0);
        return switch (first) {
            case '"', '`', '\'' ->
                piece.substring(1, piece.length() - 1)
                        .replace(String.valueOf(first).repeat(2), String.valueOf(first));
            case '[' -> piece.substring(1, piece.length() - 1);
            default -> piece;
        };
    }

    static boolean isWord(String piece, String word) {
        return piece.equalsIgnoreCase(word);
    }

    /** Pieces joined again, in the one form. */
    static String join(List<String> pieces) {
        StringBuilder text = new StringBuilder();
        String previous = "(";
        for (String piece : pieces) {
            boolean tight = previous.equals("(")
                    || previous.equals(".")
                    || piece.equals(")")
                    || piece.equals(",")
                    || piece.equals(".");
            if (!tight) {
                text.append(' ');
            }
            text.append(normal(piece));
            previous = piece;
        }
        return text.toString();
    }

    private static String normal(String piece) {
        return switch (piece.charAt(0)) {
            case '"', '`', '[' -> {
                String name = name(piece);
                yield name.matches("[a-z_][a-z0-9_]*") && !KEYWORDS.contains(name) ? name : Names.quote(name);
            }
            case '\'' -> piece;
            default -> piece.toLowerCase(Locale.ROOT);
        };
    }

    /** The pieces between the commas of a list in parentheses. */
    static List<List<String>> parts(String list) {
        List<String> all = pieces(list);
        List<List<String>> parts = new ArrayList<>();
        List<String> part = new ArrayList<>();
        int depth = 0;
        for (String piece : all.subList(1, all.size() - 1)) {
            depth += piece.equals("(") ? 1 : piece.equals(")") ? -1 : 0;
            if (depth == 0 && piece.equals(",")) {
                parts.add(part);
                part = new ArrayList<>();
            } else {
                part.add(piece);
            }
        }
        parts.add(part);
        return parts;
    }
}
