package dev.dovetail.core.internal.bulk;

import dev.dovetail.core.error.ConstraintDetails;
import dev.dovetail.core.error.ConstraintViolation;
import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.core.error.MissingParentException;
import dev.dovetail.core.error.RefusedRow;
import dev.dovetail.core.internal.text.ShownText;
import dev.dovetail.core.spi.DatabaseAccess;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Converter;
import org.jooq.Field;
import org.jooq.Key;
import org.jooq.Table;
import org.jooq.UniqueKey;
import org.jspecify.annotations.Nullable;

/** Describes refused rows by the values of their keys, and by no other values; by no secret ones. */
final class RowKeys {

    private final DatabaseAccess access;
    private final Table<?> table;
    private final List<Field<?>> columns;
    private final Set<String> keys;

    RowKeys(BulkWork work, DatabaseAccess access) {
        this.access = access;
        this.table = work.table();
        this.columns = work.columns();
        this.keys = new LinkedHashSet<>(work.key().isEmpty() ? primaryKey(work.table()) : names(work.key()));
    }

    /** The row with its key, and with what the broken constraint is about. */
    RefusedRow describe(long index, @Nullable Object[] values, @Nullable ConstraintViolation broken) {
        Set<String> wanted = new LinkedHashSet<>(keys);
        // Of other constraints the columns may hold anything.
        if (broken instanceof DuplicateKeyException || broken instanceof MissingParentException) {
            wanted.addAll(columns(broken.details()));
        }
        Map<String, String> key = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i).getName();
            if (wanted.contains(column) && !access.isSecret(table.getName(), column, values[i])) {
                key.put(column, text(columns.get(i), values[i]));
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
        return ShownText.of(stored);
    }

    /** Some engines say the name of a key only, and generated tables know the rest. */
    private List<String> columns(ConstraintDetails broken) {
        if (!broken.columns().isEmpty() || broken.constraint() == null) {
            return broken.columns();
        }
        return Stream.<Key<?>>concat(table.getKeys().stream(), table.getReferences().stream())
                .filter(key -> key.getName().equalsIgnoreCase(broken.constraint()))
                .findFirst()
                .map(key -> names(key.getFields()))
                .orElse(List.of());
    }

    private static List<String> primaryKey(Table<?> table) {
        UniqueKey<?> key = table.getPrimaryKey();
        return key == null ? List.of() : names(key.getFields());
    }

    private static List<String> names(List<? extends Field<?>> fields) {
        return fields.stream().<String>map(Field::getName).toList();
    }
}
