package dev.dovetail.repository.internal.check;

import dev.dovetail.repository.internal.check.Token.Kind;
import dev.dovetail.repository.internal.store.CheckConstraint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Understands conditions made of columns, numbers, texts, {@code true} and {@code false}, {@code + - *}, {@code length}
 * and {@code char_length}, comparisons, {@code between}, {@code in}, {@code is null}, {@code and}, {@code or}, {@code not}
 * and parentheses. Anything else it refuses.
 */
public final class CheckParser {

    private final List<CheckedColumn> columns;
    private final List<Token> tokens;
    private final Set<String> named = new LinkedHashSet<>();
    private int next;

    private CheckParser(List<CheckedColumn> columns, List<Token> tokens) {
        this.columns = columns;
        this.tokens = tokens;
    }

    /**
     * The constraint of a condition.
     *
     * @param name of the constraint
     * @param columns those of the table
     * @throws CheckSyntaxException if it is not understood
     */
    public static CheckConstraint parse(String name, String condition, List<CheckedColumn> columns)
            throws CheckSyntaxException {
        CheckParser parser = new CheckParser(columns, Token.all(condition));
        Condition parsed = parser.or();
        if (parser.peek().kind() != Kind.END) {
            throw parser.unexpected();
        }
        return new CheckConstraint(
                name, List.copyOf(parser.named), (row, text) -> !Boolean.FALSE.equals(parsed.test(row, text)));
    }

    private Condition or() throws CheckSyntaxException {
        Condition condition = and();
        while (word("or")) {
            condition = condition.or(and());
        }
        return condition;
    }

    private Condition and() throws CheckSyntaxException {
        Condition condition = not();
        while (word("and")) {
            condition = condition.and(not());
        }
        return condition;
    }

    private Condition not() throws CheckSyntaxException {
        return word("not") ? not().not() : predicate();
    }

    private Condition predicate() throws CheckSyntaxException {
        if (isParenthesisedCondition()) {
            next++;
            Condition inner = or();
            sign(")");
            return inner;
        }
        Value value = sum();
        if (word("is")) {
            boolean negated = word("not");
            if (!word("null")) {
                throw unexpected();
            }
            return negated ? Condition.isNull(value).not() : Condition.isNull(value);
        }
        boolean negated = word("not");
        if (word("between")) {
            Condition least = comparison(value, sum(), sign -> sign >= 0);
            if (!word("and")) {
                throw unexpected();
            }
            Condition between = least.and(comparison(value, sum(), sign -> sign <= 0));
            return negated ? between.not() : between;
        }
        if (word("in")) {
            return negated ? in(value).not() : in(value);
        }
        if (negated) {
            throw unexpected();
        }
        IntPredicate wanted = operator(peek().text());
        if (peek().kind() == Kind.SIGN && wanted != null) {
            next++;
            return comparison(value, sum(), wanted);
        }
        if (value.type() == Type.BOOLEAN) {
            return Condition.isTrue(value);
        }
        throw unexpected();
    }

    /** Whether what follows in parentheses is a condition, and not a value. */
    private boolean isParenthesisedCondition() {
        if (!peek().isSign("(")) {
            return false;
        }
        int from = next;
        try {
            sum();
            Token after = peek();
            return after.kind() == Kind.END || after.isSign(")") || after.isWord("and") || after.isWord("or");
        } catch (CheckSyntaxException noValue) {
            return true;
        } finally {
            next = from;
        }
    }

    private Condition in(Value value) throws CheckSyntaxException {
        sign("(");
        List<Value> values = new ArrayList<>();
        do {
            values.add(sameType(value, sum()));
        } while (isSign(","));
        sign(")");
        return Condition.in(value, values);
    }

    private Condition comparison(Value a, Value b, IntPredicate wanted) throws CheckSyntaxException {
        return Condition.comparison(a, sameType(a, b), wanted);
    }

    private Value sameType(Value a, Value b) throws CheckSyntaxException {
        if (a.type() != b.type() || a.type() == Type.OTHER) {
            throw new CheckSyntaxException(
                    "a comparison before " + shown(peek()) + " of values that do not go together");
        }
        return b;
    }

    private Value sum() throws CheckSyntaxException {
        Value value = product();
        while (peek().isSign("+") || peek().isSign("-")) {
            char operator = tokens.get(next++).text().charAt(0);
            value = Value.arithmetic(operator, number(value), number(product()));
        }
        return value;
    }

    private Value product() throws CheckSyntaxException {
        Value value = single();
        while (isSign("*")) {
            value = Value.arithmetic('*', number(value), number(single()));
        }
        return value;
    }

    private Value number(Value value) throws CheckSyntaxException {
        if (value.type() != Type.NUMBER) {
            throw new CheckSyntaxException("something else than a number before " + shown(peek()));
        }
        return value;
    }

    private Value single() throws CheckSyntaxException {
        Token token = tokens.get(next);
        if (isSign("-")) {
            return Value.arithmetic('-', Value.literal(Type.NUMBER, BigDecimal.ZERO), number(single()));
        }
        if (isSign("(")) {
            Value inner = sum();
            sign(")");
            return inner;
        }
        next++;
        switch (token.kind()) {
            case NUMBER -> {
                return Value.literal(Type.NUMBER, new BigDecimal(token.text()));
            }
            case TEXT -> {
                return Value.literal(Type.TEXT, token.text());
            }
            case QUOTED -> {
                return column(token);
            }
            case WORD -> {
                if (token.isWord("true") || token.isWord("false")) {
                    return Value.literal(Type.BOOLEAN, token.isWord("true"));
                }
                return peek().isSign("(") ? function(token) : column(token);
            }
            case SIGN, END -> {
                next--;
                throw unexpected();
            }
        }
        throw new IllegalStateException(token.toString());
    }

    private Value function(Token name) throws CheckSyntaxException {
        boolean ofCharacters = name.isWord("char_length") || name.isWord("character_length");
        if (!ofCharacters && !name.isWord("length")) {
            throw new CheckSyntaxException("the function '" + name.text() + "'");
        }
        sign("(");
        Value value = sum();
        sign(")");
        if (value.type() != Type.TEXT) {
            throw new CheckSyntaxException("the length of something else than text");
        }
        return Value.length(value, ofCharacters);
    }

    private Value column(Token name) throws CheckSyntaxException {
        for (CheckedColumn column : columns) {
            if (column.name().equalsIgnoreCase(name.text())) {
                named.add(column.name());
                return Value.column(column);
            }
        }
        throw new CheckSyntaxException("'" + name.text() + "', which is no column of the table");
    }

    private static @Nullable IntPredicate operator(String sign) {
        return switch (sign) {
            case "=" -> compared -> compared == 0;
            case "<>", "!=" -> compared -> compared != 0;
            case "<" -> compared -> compared < 0;
            case "<=" -> compared -> compared <= 0;
            case ">" -> compared -> compared > 0;
            case ">=" -> compared -> compared >= 0;
            default -> null;
        };
    }

    private Token peek() {
        return tokens.get(next);
    }

    private boolean word(String word) {
        boolean found = peek().isWord(word);
        next += found ? 1 : 0;
        return found;
    }

    private boolean isSign(String sign) {
        boolean found = peek().isSign(sign);
        next += found ? 1 : 0;
        return found;
    }

    private void sign(String sign) throws CheckSyntaxException {
        if (!isSign(sign)) {
            throw unexpected();
        }
    }

    private CheckSyntaxException unexpected() {
        return new CheckSyntaxException(shown(peek()) + " at position " + peek().position());
    }

    private static String shown(Token token) {
        return token.kind() == Kind.END ? token.text() : "'" + token.text() + "'";
    }
}
