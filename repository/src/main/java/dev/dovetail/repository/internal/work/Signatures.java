package dev.dovetail.repository.internal.work;

import dev.dovetail.repository.internal.mapping.AttributeMapping;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Basic;
import dev.dovetail.repository.internal.mapping.CollectionShape;
import dev.dovetail.repository.internal.store.Row;
import dev.dovetail.repository.internal.store.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What collections write for their elements, in a form that can be compared. */
final class Signatures {

    private Signatures() {}

    /** Of a row that belongs to a collection: all its values. */
    static List<@Nullable Object> of(Row row, int columns) {
        List<@Nullable Object> signature = new ArrayList<>(columns);
        for (int slot = 0; slot < columns; slot++) {
            signature.add(comparable(row.value(slot)));
        }
        return signature;
    }

    /** Of an element whose own row says where it belongs: its id, with its position or key. */
    static List<@Nullable Object> of(Row row, CollectionShape shape) {
        List<@Nullable Object> signature = new ArrayList<>();
        signature.add(row.id());
        if (shape.indexSlot() != null) {
            signature.add(row.value(shape.indexSlot()));
        }
        AttributeMapping key = shape.keyColumn();
        if (key instanceof Basic basic) {
            signature.add(comparable(row.value(basic.slot())));
        }
        return signature;
    }

    private static @Nullable Object comparable(@Nullable Object value) {
        return value == null ? null : Values.key(value);
    }

    /** Whether two have the same elements the same number of times. */
    static boolean same(List<?> a, List<?> b) {
        if (a.size() != b.size()) {
            return false;
        }
        Map<Object, Integer> counts = count(a);
        for (Object each : b) {
            Integer count = counts.get(each);
            if (count == null || count == 0) {
                return false;
            }
            counts.put(each, count - 1);
        }
        return true;
    }

    private static Map<Object, Integer> count(List<?> signatures) {
        Map<Object, Integer> counts = new HashMap<>();
        signatures.forEach(each -> counts.merge(each, 1, Integer::sum));
        return counts;
    }
}
