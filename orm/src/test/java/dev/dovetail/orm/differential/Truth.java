package dev.dovetail.orm.differential;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What all rows must be once everything is written: the model. Each row stands under its id, items under their code. */
record Truth(
        Map<Object, RoomRow> rooms,
        Map<Object, ShelfRow> shelves,
        Map<Object, ItemRow> items,
        Map<Object, LabelRow> labels,
        Map<Object, PlanRow> plans) {

    Truth() {
        this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    Truth copy() {
        return new Truth(
                new TreeMap<>(rooms),
                new TreeMap<>(shelves),
                new TreeMap<>(items),
                new TreeMap<>(labels),
                new TreeMap<>(plans));
    }

    /** The rows of a kind of entity. */
    Map<Object, ?> of(Class<?> type) {
        if (type == Room.class) {
            return rooms;
        }
        if (type == Shelf.class) {
            return shelves;
        }
        return type == Item.class ? items : type == Plan.class ? plans : labels;
    }

    void removeRoom(Object id) {
        rooms.remove(id);
        shelves.replaceAll((key, shelf) -> id.equals(shelf.room()) ? shelf.in(null) : shelf);
    }

    void removeShelf(Object id) {
        shelves.remove(id);
        items.values().removeIf(item -> id.equals(item.shelf()));
    }

    boolean isLabelUsed(Object id) {
        return items.values().stream().anyMatch(item -> id.equals(item.label()))
                || shelves.values().stream().anyMatch(shelf -> shelf.labels().contains(id));
    }

    /** Gives each row of a kind that is chosen another name. */
    void rename(Class<?> type, Predicate<Object> chosen, String name) {
        rooms.replaceAll((id, row) -> type == Room.class && chosen.test(id) ? row.named(name) : row);
        shelves.replaceAll((id, row) -> type == Shelf.class && chosen.test(id) ? row.named(name) : row);
        items.replaceAll((id, row) -> type == Item.class && chosen.test(id) ? row.named(name) : row);
        labels.replaceAll((id, row) -> type == Label.class && chosen.test(id) ? new LabelRow(name) : row);
    }

    List<Object> shelvesIn(Object room) {
        return shelves.entrySet().stream()
                .filter(entry -> room.equals(entry.getValue().room()))
                .map(Map.Entry::getKey)
                .toList();
    }

    List<Object> itemsOn(Object shelf) {
        return items.entrySet().stream()
                .filter(entry -> shelf.equals(entry.getValue().shelf()))
                .map(Map.Entry::getKey)
                .toList();
    }

    static <T> Set<T> with(Collection<T> set, T element) {
        Set<T> more = new TreeSet<>(set);
        more.add(element);
        return more;
    }

    static <T> Set<T> without(Collection<T> set, @Nullable Object element) {
        Set<T> less = new TreeSet<>(set);
        less.removeIf(each -> Objects.equals(each, element));
        return less;
    }

    record RoomRow(
            String name, Set<String> colors, @Nullable Object plan) {
        RoomRow named(String other) {
            return new RoomRow(other, colors, plan);
        }

        RoomRow colored(Set<String> others) {
            return new RoomRow(name, others, plan);
        }

        RoomRow planned(@Nullable Object other) {
            return new RoomRow(name, colors, other);
        }
    }

    record PlanRow(String name) {}

    record ShelfRow(
            String name, @Nullable Integer width, @Nullable Object room, Set<Object> labels) {
        ShelfRow named(String other) {
            return new ShelfRow(other, width, room, labels);
        }

        ShelfRow wide(@Nullable Integer other) {
            return new ShelfRow(name, other, room, labels);
        }

        ShelfRow in(@Nullable Object other) {
            return new ShelfRow(name, width, other, labels);
        }

        ShelfRow labels(Set<Object> others) {
            return new ShelfRow(name, width, room, others);
        }
    }

    record ItemRow(String name, Object shelf, @Nullable Object label) {
        ItemRow named(String other) {
            return new ItemRow(other, shelf, label);
        }

        ItemRow labelled(@Nullable Object other) {
            return new ItemRow(name, shelf, other);
        }
    }

    record LabelRow(String name) {}
}
