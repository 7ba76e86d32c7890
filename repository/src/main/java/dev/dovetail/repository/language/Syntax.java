package dev.dovetail.repository.language;

import dev.dovetail.repository.spi.Condition.Comparator;
import dev.dovetail.repository.spi.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query as it is written, before anything is known about its entity. Positions are those of the first character. */
final class Syntax {

    private Syntax() {}

    /** Something with a value. */
    sealed interface Value {
        int position();
    }

    /** Names between dots: attributes, or an enum constant. */
    record Path(int position, List<String> names) implements Value {
        String text() {
            return String.join(".", names);
        }
    }

    /** A fixed value. */
    record Fixed(int position, Object value) implements Value {}

    /** The date, time or both. */
    record Now(int position, Class<?> type) implements Value {}

    /** A parameter, by name or number. */
    record Parameter(int position, String label) implements Value {}

    /** An operation on values. */
    record Compute(int position, Operation operation, List<Value> operands) implements Value {}

    /** {@code id(this)} or {@code version(this)}. */
    record Special(int position, boolean version) implements Value {}

    /** Something that is true or not. */
    sealed interface Test {
        int position();
    }

    /** All of some conditions, or any. */
    record Junction(int position, boolean all, List<Test> tests) implements Test {}

    /** The opposite. */
    record Not(int position, Test test) implements Test {}

    /** Two values compared. */
    record Compare(int position, Value left, Comparator comparator, Value right) implements Test {}

    /** Null or not. */
    record NullTest(int position, Value operand, boolean negated) implements Test {}

    /** One of some values. */
    record InTest(int position, Value operand, List<Value> items, boolean negated) implements Test {}

    /** Between two values. */
    record BetweenTest(int position, Value operand, Value low, Value high, boolean negated) implements Test {}

    /** Like a pattern. */
    record LikeTest(
            int position,
            Value operand,
            Value pattern,
            @Nullable Value escape,
            boolean negated) implements Test {}

    /** An entity's name, and what stands for it in paths. */
    record From(int position, String entity, @Nullable String alias) {}

    /** A criterion to sort by. */
    record OrderItem(Value value, boolean descending) {}

    /** What is set; null for null. */
    record SetItem(Path path, @Nullable Value value) {}

    /**
     * A statement.
     *
     * @param counts whether it selects {@code count(this)}
     * @param selected the values selected; none means the entity
     */
    record Statement(
            QueryStatement.Kind kind,
            @Nullable From from,
            boolean counts,
            List<Value> selected,
            List<SetItem> assignments,
            @Nullable Test where,
            List<OrderItem> order) {}
}
