package dev.dovetail.migrations.sql;

import dev.dovetail.core.engine.Engine;
import java.util.ArrayList;
import java.util.List;

/** Takes a statement apart into names, strings, numbers and symbols, without white space and comments. */
public final class Pieces {

    private Pieces() {}

    /** The pieces in order; a number, a string and an operator of several characters are one each. */
    public static List<String> of(String text, Engine engine) {
        Lexer lexer = new Lexer(text, LexicalRules.of(engine));
        List<String> pieces = new ArrayList<>();
        int end = -1;
        for (Token token = lexer.next(); token != null; token = lexer.next()) {
            if (token.kind() == Token.Kind.COMMENT) {
                continue;
            }
            String piece = text.substring(token.start(), token.end());
            int last = pieces.size() - 1;
            if (token.start() == end && last >= 0 && belongsTo(pieces.get(last), piece)) {
                pieces.set(last, pieces.get(last) + piece);
            } else {
                pieces.add(piece);
            }
            end = token.end();
        }
        return pieces;
    }

    /** Whether a piece goes on with what stands right after it. */
    private static boolean belongsTo(String piece, String next) {
        char first = next.charAt(0);
        char last = piece.charAt(piece.length() - 1);
        if (isNumber(piece)) {
            return Character.isLetterOrDigit(first)
                    || first == '.'
                    || ((first == '+' || first == '-') && (last == 'e' || last == 'E') && !piece.startsWith("0x"));
        }
        if (piece.equals(".")) {
            return Character.isDigit(first);
        }
        if (isQuote(first)) {
            return (isQuote(piece.charAt(0)) && piece.charAt(0) == first) || (first == '\'' && piece.matches("[xX]"));
        }
        return isOperator(piece.charAt(0)) && isOperator(first) && next.length() == 1;
    }

    private static boolean isNumber(String piece) {
        return Character.isDigit(piece.charAt(0))
                || (piece.length() > 1 && piece.charAt(0) == '.' && Character.isDigit(piece.charAt(1)));
    }

    private static boolean isQuote(char c) {
        return c == '\'' || c == '"' || c == '`';
    }

    private static boolean isOperator(char c) {
        return "<>=!|&-+*/%~:".indexOf(c) >= 0;
    }
}
