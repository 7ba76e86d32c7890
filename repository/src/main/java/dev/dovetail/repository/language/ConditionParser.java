package dev.dovetail.repository.language;

import dev.dovetail.repository.language.Syntax.Test;
import dev.dovetail.repository.language.Syntax.Value;
import dev.dovetail.repository.language.Token.Kind;
import dev.dovetail.repository.spi.Condition.Comparator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads conditions: alternatives of conjunctions of single ones. */
final class ConditionParser {

    private static final Map<String, Comparator> COMPARATORS = Map.of(
            "=", Comparator.EQUAL,
            "<>", Comparator.NOT_EQUAL,
            "<", Comparator.LESS,
            "<=", Comparator.LESS_OR_EQUAL,
            ">", Comparator.GREATER,
            ">=", Comparator.GREATER_OR_EQUAL);

    private final Words words;
    private final ValueParser values;

    ConditionParser(Words words, ValueParser values) {
        this.words = words;
        this.values = values;
    }

    Test condition() {
        List<Test> alternatives = new ArrayList<>();
        do {
            alternatives.add(conjunction());
        } while (words.accept("or"));
        return joined(false, alternatives);
    }

    private Test conjunction() {
        List<Test> all = new ArrayList<>();
        do {
            all.add(negatable());
        } while (words.accept("and"));
        return joined(true, all);
    }

    private static Test joined(boolean all, List<Test> tests) {
        return tests.size() == 1
                ? tests.get(0)
                : new Syntax.Junction(tests.get(0).position(), all, tests);
    }

    private Test negatable() {
        if (words.peek().is("not")) {
            int position = words.next().position();
            return new Syntax.Not(position, negatable());
        }
        if (!words.peek().is("(")) {
            return test();
        }
        // Around a condition or around a value: only what follows tells.
        int begin = words.mark();
        BrokenQueryException noCondition;
        try {
            words.next();
            Test inner = condition();
            words.expect(")");
            return inner;
        } catch (BrokenQueryException failure) {
            noCondition = failure;
        }
        words.back(begin);
        try {
            return test();
        } catch (BrokenQueryException noValue) {
            throw noValue.position() >= noCondition.position() ? noValue : noCondition;
        }
    }

    private Test test() {
        Value left = values.value();
        Token next = words.peek();
        Comparator comparator = next.kind() == Kind.SYMBOL ? COMPARATORS.get(next.text()) : null;
        if (comparator != null) {
            words.next();
            return new Syntax.Compare(next.position(), left, comparator, values.value());
        }
        if (words.accept("is")) {
            boolean negated = words.accept("not");
            words.expect("null");
            return new Syntax.NullTest(left.position(), left, negated);
        }
        boolean negated = words.accept("not");
        if (words.accept("in")) {
            return new Syntax.InTest(left.position(), left, items(), negated);
        }
        if (words.accept("between")) {
            Value low = values.value();
            words.expect("and");
            return new Syntax.BetweenTest(left.position(), left, low, values.value(), negated);
        }
        if (words.accept("like")) {
            Value pattern = values.value();
            Value escape = words.accept("escape") ? values.value() : null;
            return new Syntax.LikeTest(left.position(), left, pattern, escape, negated);
        }
        throw words.unexpected(
                negated ? "in, between or like" : "a comparison: =, <>, <, <=, >, >=, is, in, between or like");
    }

    /** Between parentheses, or a parameter alone that holds all of them. */
    private List<Value> items() {
        if (words.peek().kind() == Kind.NAMED_PARAMETER || words.peek().kind() == Kind.ORDINAL_PARAMETER) {
            return List.of(values.value());
        }
        words.expect("(");
        List<Value> items = new ArrayList<>();
        do {
            items.add(values.value());
        } while (words.accept(","));
        words.expect(")");
        return items;
    }
}
