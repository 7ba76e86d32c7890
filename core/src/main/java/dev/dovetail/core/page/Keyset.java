package dev.dovetail.core.page;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * An order that tells all rows apart, and with it the rows behind any one of them: {@code where(keyset.after(values,
 * dialect)).orderBy(keyset.order())}. Immutable.
 */
public final class Keyset {

    private final List<SortKey<?>> keys;

    private Keyset(List<SortKey<?>> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * Of these columns, the most significant first. Together they must be different in each row; this cannot check that.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static Keyset of(List<SortKey<?>> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("A keyset needs at least one column");
        }
        return new Keyset(keys);
    }

    /** Its columns. */
    public List<SortKey<?>> keys() {
        return keys;
    }

    /** For {@code orderBy(…)}. */
    public List<SortField<?>> order() {
        List<SortField<?>> order = new ArrayList<>();
        keys.forEach(key -> order.add(key.order()));
        return order;
    }

    /** The other way round: the rows behind one are those before it. */
    public Keyset reversed() {
        List<SortKey<?>> reversed = new ArrayList<>();
        keys.forEach(key -> reversed.add(key.reversed()));
        return new Keyset(reversed);
    }

    /**
     * The rows behind the one with these values; null stands for no value.
     *
     * @throws IllegalArgumentException if there are more or fewer values than columns
     */
    public Condition after(List<? extends @Nullable Object> values, SQLDialect family) {
        if (values.size() != keys.size()) {
            throw new IllegalArgumentException(
                    "A keyset of " + keys.size() + " columns got " + values.size() + " values");
        }
        List<KeysetValue<?>> fields = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            fields.add(value(keys.get(i), values.get(i)));
        }
        return behind(fields, family);
    }

    /** The rows behind the one with these values, which may be parameters. */
    public Condition behind(List<KeysetValue<?>> values, SQLDialect family) {
        if (isRowValue(family)) {
            List<Field<?>> fields = new ArrayList<>();
            List<Field<?>> limits = new ArrayList<>();
            for (int i = 0; i < keys.size(); i++) {
                fields.add(keys.get(i).field());
                limits.add(values.get(i).field());
            }
            return keys.get(0).descending()
                    ? DSL.row(fields).lt(DSL.row(limits))
                    : DSL.row(fields).gt(DSL.row(limits));
        }
        Condition condition = DSL.falseCondition();
        for (int i = keys.size() - 1; i >= 0; i--) {
            condition = behindOrAt(keys.get(i), values.get(i), condition, i == keys.size() - 1);
        }
        // Says nothing new, but something that an index understands.
        return keys.size() == 1 ? condition : from(keys.get(0), values.get(0)).and(condition);
    }

    /** (a, b) > (1, 2) means the expanded form only without nulls and in one direction; these engines use an index for it. */
    private boolean isRowValue(SQLDialect family) {
        return keys.size() > 1
                && (family == SQLDialect.POSTGRES || family == SQLDialect.SQLITE)
                && keys.stream().noneMatch(SortKey::nullable)
                && keys.stream().map(SortKey::descending).distinct().count() == 1;
    }

    private static <T> KeysetValue<T> value(SortKey<T> key, @Nullable Object value) {
        T typed = key.field().getType().cast(value);
        return new KeysetValue<>(DSL.val(typed, key.field()), typed == null);
    }

    @SuppressWarnings("unchecked") // a value stands at the place of its key
    private static <T> Condition behindOrAt(SortKey<T> key, KeysetValue<?> value, Condition further, boolean last) {
        KeysetValue<T> typed = (KeysetValue<T>) value;
        return last ? key.behind(typed) : key.behind(typed).or(key.at(typed).and(further));
    }

    @SuppressWarnings("unchecked") // likewise
    private static <T> Condition from(SortKey<T> key, KeysetValue<?> value) {
        return key.from((KeysetValue<T>) value);
    }
}
