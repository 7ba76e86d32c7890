package dev.dovetail.repository.internal.check;

import dev.dovetail.repository.internal.store.Row;
import dev.dovetail.repository.internal.store.TextRules;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** A part of a condition; null is unknown, as in SQL. */
@FunctionalInterface
interface Condition {

    @Nullable
    Boolean test(Row row, TextRules text);

    static Condition comparison(Value a, Value b, IntPredicate wanted) {
        return (row, text) -> {
            Object x = a.of().read(row, text);
            Object y = b.of().read(row, text);
            return x == null || y == null ? null : wanted.test(compare(x, y, text));
        };
    }

    static Condition isNull(Value value) {
        return (row, text) -> value.of().read(row, text) == null;
    }

    static Condition isTrue(Value value) {
        return (row, text) -> (Boolean) value.of().read(row, text);
    }

    static Condition in(Value value, List<Value> values) {
        return values.stream()
                .map(each -> comparison(value, each, sign -> sign == 0))
                .reduce(Condition::or)
                .orElseThrow();
    }

    default Condition not() {
        return (row, text) -> {
            Boolean result = test(row, text);
            return result == null ? null : !result;
        };
    }

    default Condition and(Condition other) {
        return (row, text) -> {
            Boolean a = test(row, text);
            Boolean b = other.test(row, text);
            if (Boolean.FALSE.equals(a) || Boolean.FALSE.equals(b)) {
                return false;
            }
            return a == null || b == null ? null : true;
        };
    }

    default Condition or(Condition other) {
        return not().and(other.not()).not();
    }

    private static int compare(Object a, Object b, TextRules text) {
        if (a instanceof BigDecimal x) {
            return x.compareTo((BigDecimal) b);
        }
        return a instanceof Boolean x ? x.compareTo((Boolean) b) : text.compare(a.toString(), b.toString());
    }
}
