package dev.dovetail.core.internal.bulk;

import dev.dovetail.core.error.ConstraintDetails;
import dev.dovetail.core.error.RefusedRow;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Converter;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.UniqueKey;
import org.jspecify.annotations.Nullable;

/** Describes refused rows by the values of their keys, and by no other values. */
final class RowKeys {

    private static final int MAX_CHARS = 80;

    private final List<Field<?>> columns;
    private final Set<String> keys;

    RowKeys(BulkWork work) {
        this.columns = work.columns();
        this.keys = new LinkedHashSet<>(work.key().isEmpty() ? primaryKey(work.table()) : names(work.key()));
    }

    /** The row with its key, and with what the broken constraint is about. */
    RefusedRow describe(long index, @Nullable Object[] values, @Nullable ConstraintDetails broken) {
        Set<String> wanted = new LinkedHashSet<>(keys);
        if (broken != null) {
            wanted.addAll(broken.columns());
        }
        Map<String, String> key = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            if (wanted.contains(columns.get(i).getName())) {
                key.put(columns.get(i).getName(), text(columns.get(i), values[i]));
            }
        }
        return new RefusedRow(index, key);
    }

    /** As it is stored: of an encrypted attribute, what the database sees. */
    @SuppressWarnings("unchecked") // a converter is only given values of its own field
    private static String text(Field<?> column, @Nullable Object value) {
        Object stored;
        try {
            stored = value == null ? null : ((Converter<Object, Object>) column.getConverter()).to(value);
        } catch (RuntimeException failure) {
            return "a value that cannot be converted";
        }
        if (stored instanceof byte[] bytes) {
            return bytes.length + " bytes";
        }
        String text = String.valueOf(stored);
        return text.length() <= MAX_CHARS ? text : text.substring(0, MAX_CHARS) + "…";
    }

    private static List<String> primaryKey(Table<?> table) {
        UniqueKey<?> key = table.getPrimaryKey();
        return key == null ? List.of() : names(key.getFields());
    }

    private static List<String> names(List<? extends Field<?>> fields) {
        return fields.stream().<String>map(Field::getName).toList();
    }
}
