package dev.dovetail.repository.internal.work;

import dev.dovetail.repository.internal.mapping.AttributeMapping.Basic;
import dev.dovetail.repository.internal.mapping.EntityMapping;
import dev.dovetail.repository.internal.mapping.Mappings;
import dev.dovetail.repository.internal.store.Row;
import dev.dovetail.repository.internal.store.StoreTransaction;
import dev.dovetail.repository.internal.store.TextRules;
import dev.dovetail.repository.internal.store.ValueOrder;
import dev.dovetail.repository.spi.SortKey;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares rows by the keys of a query. */
final class RowOrder implements Comparator<Row> {

    private final List<Criterion> criteria = new ArrayList<>();
    private final TextRules text;

    RowOrder(Mappings mappings, StoreTransaction transaction, EntityMapping entity, List<SortKey> keys) {
        text = transaction.rules().text();
        for (SortKey key : keys) {
            RowPath path = new RowPath(mappings, transaction, entity, key.path());
            criteria.add(new Criterion(path, key.ascending(), key.ignoreCase(), isEnumName(path)));
        }
    }

    /** The values that a row is sorted by. */
    List<@Nullable Object> values(Row row) {
        List<@Nullable Object> values = new ArrayList<>(criteria.size());
        criteria.forEach(criterion -> values.add(criterion.path().value(row)));
        return values;
    }

    @Override
    public int compare(Row a, Row b) {
        for (Criterion criterion : criteria) {
            int result = ValueOrder.compare(text, criterion.value(a), criterion.value(b), criterion.ignoreCase());
            if (result != 0) {
                return criterion.ascending() ? result : -result;
            }
        }
        return 0;
    }

    /** An enum is sorted by what is in its column: its name or its position. */
    static boolean isEnumName(RowPath path) {
        Enumerated enumerated = path.last() instanceof Basic basic
                ? basic.accessor().annotations().getAnnotation(Enumerated.class)
                : null;
        return enumerated != null && enumerated.value() == EnumType.STRING;
    }

    private record Criterion(RowPath path, boolean ascending, boolean ignoreCase, boolean enumName) {

        @Nullable
        Object value(Row row) {
            Object value = path.value(row);
            return enumName && value instanceof Enum<?> constant ? constant.name() : value;
        }
    }
}
