package dev.dovetail.repository.internal.mapping;

import dev.dovetail.repository.internal.mapping.AttributeMapping.Basic;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Embedded;
import dev.dovetail.repository.internal.store.Row;
import dev.dovetail.repository.internal.store.TextRules;
import dev.dovetail.repository.internal.store.ValueOrder;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the elements of a loaded collection are ordered: {@link jakarta.persistence.OrderBy}.
 *
 * @param keys the most important first
 */
public record CollectionOrder(List<Key> keys) {

    /**
     * One criterion.
     *
     * @param slot the position of the column
     * @param enumName whether an enum is compared by its name
     */
    public record Key(int slot, boolean ascending, boolean enumName) {

        static Key of(Basic attribute, boolean ascending) {
            Enumerated enumerated = attribute.accessor().annotations().getAnnotation(Enumerated.class);
            return new Key(attribute.slot(), ascending, enumerated != null && enumerated.value() == EnumType.STRING);
        }

        private @Nullable Object value(Row row) {
            Object value = row.value(slot);
            return enumName && value instanceof Enum<?> constant ? constant.name() : value;
        }
    }

    /** Of entities, where nothing means the id; null if it names something that cannot be sorted by. */
    public static @Nullable CollectionOrder parse(String orderBy, EntityMapping element) {
        return parse(orderBy, element.id().attributes(), element.attributes());
    }

    /** Of values, where nothing means all of them; null if it names something that cannot be sorted by. */
    public static @Nullable CollectionOrder parse(String orderBy, AttributeMapping element) {
        return parse(orderBy, List.of(element), element instanceof Embedded embedded ? embedded.parts() : List.of());
    }

    private static @Nullable CollectionOrder parse(
            String orderBy, List<AttributeMapping> whole, List<AttributeMapping> attributes) {
        List<Key> keys = new ArrayList<>();
        String order = orderBy.trim();
        String lower = order.toLowerCase(Locale.ROOT);
        if (order.isEmpty() || lower.equals("asc") || lower.equals("desc")) {
            whole.forEach(attribute -> add(attribute, !lower.equals("desc"), keys));
            return keys.isEmpty() ? null : new CollectionOrder(keys);
        }
        for (String item : order.split(",")) {
            String[] words = item.trim().split("\\s+");
            boolean descending =
                    words.length > 1 && words[1].toLowerCase(Locale.ROOT).equals("desc");
            if (words.length > 2 || !(find(words[0], attributes) instanceof Basic attribute)) {
                return null;
            }
            keys.add(Key.of(attribute, !descending));
        }
        return new CollectionOrder(keys);
    }

    private static void add(AttributeMapping attribute, boolean ascending, List<Key> keys) {
        if (attribute instanceof Basic basic) {
            keys.add(Key.of(basic, ascending));
        } else if (attribute instanceof Embedded embedded) {
            embedded.parts().forEach(part -> add(part, ascending, keys));
        }
    }

    private static @Nullable AttributeMapping find(String path, List<AttributeMapping> attributes) {
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        for (AttributeMapping attribute : attributes) {
            if (attribute.name().equals(name)) {
                return dot < 0
                        ? attribute
                        : attribute instanceof Embedded embedded
                                ? find(path.substring(dot + 1), embedded.parts())
                                : null;
            }
        }
        return null;
    }

    /** Compares the rows in which they stand, by the rules of an engine. */
    public Comparator<Row> comparator(TextRules rules) {
        return (a, b) -> compare(rules, a, b);
    }

    private int compare(TextRules rules, Row a, Row b) {
        for (Key key : keys) {
            int result = ValueOrder.compare(rules, key.value(a), key.value(b), false);
            if (result != 0) {
                return key.ascending() ? result : -result;
            }
        }
        return 0;
    }
}
