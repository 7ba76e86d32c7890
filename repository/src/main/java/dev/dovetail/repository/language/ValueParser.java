package dev.dovetail.repository.language;

import dev.dovetail.repository.language.Syntax.Value;
import dev.dovetail.repository.language.Token.Kind;
import dev.dovetail.repository.spi.Operation;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads values: concatenations of sums of products of single ones. */
final class ValueParser {

    private static final Map<String, Operation> FUNCTIONS = Map.of(
            "abs", Operation.ABS,
            "length", Operation.LENGTH,
            "lower", Operation.LOWER,
            "upper", Operation.UPPER,
            "left", Operation.LEFT,
            "right", Operation.RIGHT,
            "concat", Operation.CONCAT);

    /** What a value cannot begin with, so that a forgotten one is found where it is missing. */
    private static final Set<String> KEYWORDS = Set.of(
            "select", "update", "set", "delete", "from", "where", "order", "by", "asc", "desc", "not", "and", "or",
            "between", "like", "in", "is", "null", "escape");

    private final Words words;

    ValueParser(Words words) {
        this.words = words;
    }

    Value value() {
        Value left = sum();
        while (words.peek().is("||")) {
            int position = words.next().position();
            left = new Syntax.Compute(position, Operation.CONCAT, List.of(left, sum()));
        }
        return left;
    }

    private Value sum() {
        Value left = product();
        while (words.peek().is("+") || words.peek().is("-")) {
            Token sign = words.next();
            Operation operation = sign.is("+") ? Operation.ADD : Operation.SUBTRACT;
            left = new Syntax.Compute(sign.position(), operation, List.of(left, product()));
        }
        return left;
    }

    private Value product() {
        Value left = signed();
        while (words.peek().is("*") || words.peek().is("/")) {
            Token sign = words.next();
            Operation operation = sign.is("*") ? Operation.MULTIPLY : Operation.DIVIDE;
            left = new Syntax.Compute(sign.position(), operation, List.of(left, signed()));
        }
        return left;
    }

    private Value signed() {
        if (words.accept("+")) {
            return signed();
        }
        if (words.peek().is("-")) {
            int position = words.next().position();
            if (words.peek().kind() == Kind.NUMBER) {
                return number("-");
            }
            return new Syntax.Compute(position, Operation.NEGATE, List.of(signed()));
        }
        return single();
    }

    private Value single() {
        Token next = words.peek();
        switch (next.kind()) {
            case STRING -> {
                return new Syntax.Fixed(words.next().position(), next.text());
            }
            case NUMBER -> {
                return number("");
            }
            case NAMED_PARAMETER -> {
                return new Syntax.Parameter(words.next().position(), ":" + next.text());
            }
            case ORDINAL_PARAMETER -> {
                return new Syntax.Parameter(words.next().position(), "?" + next.text());
            }
            case WORD -> {
                return word(next);
            }
            default -> {}
        }
        if (words.accept("(")) {
            Value inner = value();
            words.expect(")");
            return inner;
        }
        throw words.unexpected("a value");
    }

    private Value word(Token word) {
        if (word.is("true") || word.is("false")) {
            words.next();
            return new Syntax.Fixed(word.position(), word.is("true"));
        }
        if (word.is("local")) {
            Class<?> type = local(words.peek(1));
            if (type != null) {
                words.next();
                words.next();
                return new Syntax.Now(word.position(), type);
            }
        }
        if (words.peek(1).is("(")) {
            return call(words.next());
        }
        if (KEYWORDS.contains(word.lowerCase())) {
            throw words.unexpected("a value");
        }
        return path();
    }

    private static @Nullable Class<?> local(Token word) {
        return word.is("date")
                ? LocalDate.class
                : word.is("time") ? LocalTime.class : word.is("datetime") ? LocalDateTime.class : null;
    }

    private Value call(Token name) {
        words.expect("(");
        boolean isId = name.is("id");
        if ((isId || name.is("version")) && words.peek().is("this")) {
            words.next();
            words.expect(")");
            return new Syntax.Special(name.position(), !isId);
        }
        Operation operation = FUNCTIONS.get(name.lowerCase());
        if (operation == null) {
            throw unknown(name);
        }
        List<Value> operands = new ArrayList<>();
        do {
            operands.add(value());
        } while (words.accept(","));
        words.expect(")");
        int needed = switch (operation) {
            case LEFT, RIGHT, CONCAT -> 2;
            default -> 1;
        };
        boolean fits = operation == Operation.CONCAT ? operands.size() >= needed : operands.size() == needed;
        if (!fits) {
            throw new BrokenQueryException(
                    name.position(),
                    name.lowerCase() + " takes " + needed + " value" + (needed == 1 ? "" : "s") + ", not "
                            + operands.size(),
                    needed == 1 ? "write " + name.lowerCase() + "(value)" : "write " + name.lowerCase() + "(text, …)");
        }
        Value result = operands.get(0);
        if (operation != Operation.CONCAT) {
            return new Syntax.Compute(name.position(), operation, operands);
        }
        for (Value further : operands.subList(1, operands.size())) {
            result = new Syntax.Compute(name.position(), operation, List.of(result, further));
        }
        return result;
    }

    private static BrokenQueryException unknown(Token name) {
        if (name.is("count")) {
            return new BrokenQueryException(
                    name.position(), "count stands alone after select", "write select count(this)");
        }
        String closest = ClosestName.of(name.text(), FUNCTIONS.keySet());
        return new BrokenQueryException(
                name.position(),
                "there is no function '" + name.text() + "'",
                (closest == null ? "" : "did you mean '" + closest + "'? ")
                        + "there are abs, concat, left, length, lower, right, upper, id(this) and version(this)");
    }

    Syntax.Path path() {
        int position = words.peek().position();
        List<String> names = new ArrayList<>();
        names.add(words.expectName("an attribute"));
        while (words.accept(".")) {
            names.add(words.expectName("an attribute"));
        }
        return new Syntax.Path(position, names);
    }

    private Value number(String sign) {
        Token token = words.next();
        try {
            return new Syntax.Fixed(token.position(), NumberLiterals.parse(sign + token.text()));
        } catch (NumberFormatException noNumber) {
            throw new BrokenQueryException(
                    token.position(),
                    "'" + token.text() + "' is no number that fits its type",
                    "write an int, a long as in 1L, a float as in 1.5f or a double as in 1.5; a space before the next"
                            + " word");
        }
    }
}
