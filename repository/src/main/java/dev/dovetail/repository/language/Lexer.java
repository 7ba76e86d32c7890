package dev.dovetail.repository.language;

import dev.dovetail.repository.language.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts a query into words. */
final class Lexer {

    /** The longer ones first. */
    private static final List<String> SYMBOLS =
            List.of("||", "<>", "<=", ">=", "!=", "=", "<", ">", "+", "-", "*", "/", "(", ")", ",", ".");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    /** The words, of which the last one is the end. */
    static List<Token> tokens(String text) {
        return new Lexer(text).read();
    }

    private List<Token> read() {
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == ' ' || next == '\t' || next == '\n' || next == '\r' || next == '\f') {
                at++;
            } else if (Character.isJavaIdentifierStart(next)) {
                int begin = at;
                add(Kind.WORD, begin, identifier(begin));
            } else if (next == '\'') {
                string();
            } else if (isDigit(at) || next == '.' && isDigit(at + 1)) {
                number();
            } else if (next == ':' || next == '?') {
                parameter(next);
            } else {
                symbol();
            }
        }
        tokens.add(new Token(Kind.END, "", text.length()));
        return tokens;
    }

    private void add(Kind kind, int begin, String meaning) {
        tokens.add(new Token(kind, meaning, begin));
    }

    private String identifier(int begin) {
        at = begin;
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
        }
        return text.substring(begin, at);
    }

    private void string() {
        int begin = at;
        StringBuilder meaning = new StringBuilder();
        for (at++; at < text.length(); at++) {
            if (text.charAt(at) != '\'') {
                meaning.append(text.charAt(at));
            } else if (at + 1 < text.length() && text.charAt(at + 1) == '\'') {
                meaning.append('\'');
                at++;
            } else {
                at++;
                add(Kind.STRING, begin, meaning.toString());
                return;
            }
        }
        throw new BrokenQueryException(
                begin, "the text that begins here does not end", "add a ' at its end; a ' within it is written ''");
    }

    private void number() {
        int begin = at;
        digits();
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            digits();
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                at++;
            }
            digits();
        }
        // A suffix; what else follows directly is found when the number is read.
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
        }
        add(Kind.NUMBER, begin, text.substring(begin, at));
    }

    private void digits() {
        while (isDigit(at) || at < text.length() && text.charAt(at) == '_') {
            at++;
        }
    }

    private boolean isDigit(int position) {
        return position < text.length() && text.charAt(position) >= '0' && text.charAt(position) <= '9';
    }

    private void parameter(char sign) {
        int begin = at;
        String name = "";
        if (sign == ':' && at + 1 < text.length() && Character.isJavaIdentifierStart(text.charAt(at + 1))) {
            name = identifier(at + 1);
        } else if (sign == '?' && isDigit(at + 1)) {
            at++;
            digits();
            name = text.substring(begin + 1, at);
        }
        if (name.isEmpty()) {
            throw new BrokenQueryException(
                    begin, "'" + sign + "' begins a parameter, but none follows", "write :name or ?1");
        }
        add(sign == ':' ? Kind.NAMED_PARAMETER : Kind.ORDINAL_PARAMETER, begin, name);
    }

    private void symbol() {
        for (String symbol : SYMBOLS) {
            if (text.startsWith(symbol, at)) {
                add(Kind.SYMBOL, at, symbol.equals("!=") ? "<>" : symbol);
                at += symbol.length();
                return;
            }
        }
        String character = text.substring(at, text.offsetByCodePoints(at, 1));
        throw new BrokenQueryException(
                at,
                "'" + character + "' has no meaning in a query",
                character.equals("\"") ? "texts stand between ', as in 'text'" : "remove it");
    }
}
