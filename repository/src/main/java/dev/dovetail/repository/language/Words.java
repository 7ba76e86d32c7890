package dev.dovetail.repository.language;

import dev.dovetail.repository.language.Token.Kind;
import java.util.List;

/** The words of a query and the place up to which they are read. */
final class Words {

    private final List<Token> tokens;
    private int at;

    Words(String text) {
        this.tokens = Lexer.tokens(text);
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peek(int further) {
        return tokens.get(Math.min(at + further, tokens.size() - 1));
    }

    Token next() {
        Token next = tokens.get(at);
        if (next.kind() != Kind.END) {
            at++;
        }
        return next;
    }

    /** Reads a keyword or symbol, if it is the next word. */
    boolean accept(String word) {
        if (peek().is(word)) {
            at++;
            return true;
        }
        return false;
    }

    /** Reads two keywords that belong together, if they follow. */
    boolean accept(String first, String second) {
        if (peek().is(first) && peek(1).is(second)) {
            at += 2;
            return true;
        }
        return false;
    }

    void expect(String word) {
        if (!accept(word)) {
            throw unexpected("'" + word + "'");
        }
    }

    String expectName(String what) {
        if (peek().kind() != Kind.WORD) {
            throw unexpected(what);
        }
        return next().text();
    }

    BrokenQueryException unexpected(String expected) {
        Token found = peek();
        return new BrokenQueryException(
                found.position(), "expected " + expected + ", but found " + found.described(), "write " + expected);
    }

    int mark() {
        return at;
    }

    void back(int mark) {
        at = mark;
    }
}
