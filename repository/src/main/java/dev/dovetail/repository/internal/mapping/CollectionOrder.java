package dev.dovetail.repository.internal.mapping;

import dev.dovetail.repository.internal.mapping.AttributeMapping.Basic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the elements of a loaded collection are ordered: {@link jakarta.persistence.OrderBy}.
 *
 * @param keys the most important first
 */
public record CollectionOrder(List<Key> keys) {

    /** One criterion. */
    public record Key(Basic attribute, boolean ascending) {}

    /** Reads the annotation's value, where nothing means the id; null if it names something that cannot be sorted by. */
    public static @Nullable CollectionOrder parse(String orderBy, EntityMapping element) {
        List<Key> keys = new ArrayList<>();
        if (orderBy.isBlank()) {
            keys.add(new Key(element.id(), true));
            return new CollectionOrder(keys);
        }
        for (String item : orderBy.split(",")) {
            String[] words = item.trim().split("\\s+");
            boolean descending =
                    words.length > 1 && words[1].toLowerCase(Locale.ROOT).equals("desc");
            if (!(element.attribute(words[0]) instanceof Basic attribute) || words.length > 2) {
                return null;
            }
            keys.add(new Key(attribute, !descending));
        }
        return new CollectionOrder(keys);
    }
}
