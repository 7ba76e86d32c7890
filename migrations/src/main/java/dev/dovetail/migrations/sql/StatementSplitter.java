package dev.dovetail.migrations.sql;

import dev.dovetail.core.engine.Engine;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a script apart into statements, by the rules of its engine for strings, quoted names, comments, dollar quotes
 * and the bodies of triggers and routines. MariaDB's and MySQL's {@code DELIMITER} lines are understood, too.
 */
public final class StatementSplitter {

    private static final String SEMICOLON = ";";

    private final Engine engine;
    private final String text;
    private final Lexer lexer;
    private final List<SqlStatement> statements = new ArrayList<>();
    private String delimiter = SEMICOLON;
    private Body body;
    private int start = -1;
    private int counted;
    private int line = 1;

    private StatementSplitter(String text, Engine engine) {
        this.engine = engine;
        this.text = text;
        this.lexer = new Lexer(text, LexicalRules.of(engine));
        this.body = new Body(engine);
    }

    /**
     * The statements of a script, in order, without empty ones.
     *
     * @throws UnterminatedException if a string, a quoted name, a comment or a body does not end
     */
    public static List<SqlStatement> split(String script, Engine engine) {
        return new StatementSplitter(script, engine).split();
    }

    private List<SqlStatement> split() {
        while (!atEnd()) {
            if (isDelimiter()) {
                finish(lexer.position());
                lexer.moveTo(lexer.position() + delimiter.length());
                continue;
            }
            Token token = lexer.next();
            if (token != null && token.kind() != Token.Kind.COMMENT) {
                take(token);
            }
        }
        if (start >= 0 && body.isOpen() && delimiter.equals(SEMICOLON)) {
            throw new UnterminatedException("the body of a trigger or routine", Lines.lineOf(text, start));
        }
        finish(text.length());
        return List.copyOf(statements);
    }

    private boolean atEnd() {
        lexer.skipWhitespace();
        return lexer.position() >= text.length();
    }

    private boolean isDelimiter() {
        return text.startsWith(delimiter, lexer.position())
                && (!delimiter.equals(SEMICOLON) || body.semicolonEndsStatement());
    }

    private void take(Token token) {
        if (token.kind() == Token.Kind.WORD) {
            String word = text.substring(token.start(), token.end());
            if (start < 0 && isDelimiterCommand(word)) {
                delimiter = text.substring(token.end(), lexer.endOfLine()).strip();
                lexer.moveTo(lexer.endOfLine());
                return;
            }
            if (token.start() == 0 || text.charAt(token.start() - 1) != '.') {
                body.word(word);
            }
        } else if (token.end() == token.start() + 1) {
            body.symbol(text.charAt(token.start()));
        }
        if (start < 0) {
            start = token.start();
        }
    }

    private boolean isDelimiterCommand(String word) {
        return (engine == Engine.MARIADB || engine == Engine.MYSQL) && word.equalsIgnoreCase("DELIMITER");
    }

    private void finish(int end) {
        if (start >= 0) {
            line += Lines.breaks(text, counted, start);
            counted = start;
            statements.add(new SqlStatement(text.substring(start, end).strip(), line, body.firstWords()));
        }
        start = -1;
        body = new Body(engine);
    }
}
