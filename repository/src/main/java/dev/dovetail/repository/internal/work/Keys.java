package dev.dovetail.repository.internal.work;

import dev.dovetail.repository.internal.mapping.AttributeMapping;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Basic;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Embedded;
import dev.dovetail.repository.internal.mapping.AttributeMapping.ToOne;
import dev.dovetail.repository.internal.mapping.EntityMapping;
import dev.dovetail.repository.internal.store.KeyColumns;
import dev.dovetail.repository.internal.store.UniqueKey;
import dev.dovetail.repository.spi.EntityKeys;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The attributes that stand for the keys of a table. */
final class Keys {

    private final EntityMapping entity;
    private final Map<String, List<Integer>> slots = new LinkedHashMap<>();

    Keys(EntityMapping entity) {
        this.entity = entity;
        entity.attributes().forEach(attribute -> add("", attribute));
    }

    private List<Integer> add(String prefix, AttributeMapping attribute) {
        String path = prefix + attribute.name();
        if (attribute instanceof Embedded embedded) {
            // The whole first: it is what a key of all its parts is called by.
            List<Integer> whole = new ArrayList<>();
            slots.put(path, whole);
            embedded.parts().forEach(part -> whole.addAll(add(path + ".", part)));
            return whole;
        } else if (attribute instanceof ToOne toOne) {
            slots.put(path, toOne.columns().slots());
        } else if (attribute instanceof Basic basic) {
            slots.put(path, List.of(basic.slot()));
        }
        return slots.getOrDefault(path, List.of());
    }

    /** All keys; null if a row is not all that there is of an entity. */
    @Nullable
    EntityKeys all() {
        AttributeMapping id = entity.id().single();
        boolean isAlone = entity.hierarchy().isSingle()
                && Set.copyOf(entity.table().columnTables()).size() == 1;
        if (!isAlone
                || !(id instanceof Basic || id instanceof Embedded)
                || !entity.id().derived().isEmpty()) {
            return null;
        }
        List<List<String>> unique = new ArrayList<>();
        for (UniqueKey key : entity.table().uniqueKeys()) {
            List<String> names = names(key.slots());
            if (!names.isEmpty() && !unique.contains(names)) {
                unique.add(names);
            }
        }
        return new EntityKeys(
                names(entity.id().columns().slots()), entity.id().generation().isGenerated(), unique);
    }

    /** The attributes that together have exactly these columns; none if there are no such attributes. */
    private List<String> names(List<Integer> columns) {
        List<String> names = new ArrayList<>();
        Set<Integer> left = new HashSet<>(columns);
        slots.forEach((name, own) -> {
            if (!own.isEmpty() && columns.containsAll(own) && left.removeAll(own)) {
                names.add(name);
            }
        });
        return left.isEmpty() ? names : List.of();
    }

    /** The columns of some attributes. */
    KeyColumns columns(List<String> names) {
        return new KeyColumns(names.stream()
                .flatMap(name -> slots.getOrDefault(name, List.of()).stream())
                .toList());
    }

    /** The first of some attributes that has a null in the values of a row; null if none has. */
    @Nullable
    String missing(List<String> names, @Nullable Object[] values) {
        for (String name : names) {
            for (int slot : slots.getOrDefault(name, List.of())) {
                if (values[slot] == null) {
                    return name;
                }
            }
        }
        return null;
    }
}
