package dev.dovetail.orm.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.Hibernate;
import org.jspecify.annotations.Nullable;

/** Entities as the model sees them. */
final class Entities {

    private Entities() {}

    static Object key(Object entity) {
        if (entity instanceof Room room) {
            return room.getId();
        }
        if (entity instanceof Shelf shelf) {
            return shelf.getId();
        }
        if (entity instanceof Plan plan) {
            return plan.getId();
        }
        return entity instanceof Item item ? item.getCode() : ((Label) entity).getId();
    }

    static void rename(Object entity, @Nullable String name) {
        if (entity instanceof Room room) {
            room.setName(name);
        } else if (entity instanceof Shelf shelf) {
            shelf.setName(name);
        } else if (entity instanceof Item item) {
            item.setName(name);
        } else {
            ((Label) entity).setName(name);
        }
    }

    /** Which associations are loaded. */
    static Set<String> loaded(Object entity) {
        Set<String> loaded = new TreeSet<>();
        if (entity instanceof Room room) {
            add(loaded, "colors", room.getColors());
            add(loaded, "shelves", room.getShelves());
            add(loaded, "plan", room.getPlan());
        } else if (entity instanceof Shelf shelf) {
            add(loaded, "items", shelf.getItems());
            add(loaded, "labels", shelf.getLabels());
            add(loaded, "room", shelf.getRoom());
        } else if (entity instanceof Item item) {
            add(loaded, "shelf", item.getShelf());
            add(loaded, "label", item.getLabel());
        }
        return loaded;
    }

    private static void add(Set<String> loaded, String name, @Nullable Object value) {
        if (Hibernate.isInitialized(value)) {
            loaded.add(name);
        }
    }

    /** Compares what is loaded of an entity with the model. */
    static void requireAsIn(Truth truth, Object entity) {
        if (entity instanceof Room room) {
            require(truth, room);
        } else if (entity instanceof Shelf shelf) {
            require(truth, shelf);
        } else if (entity instanceof Item item) {
            Truth.ItemRow now = new Truth.ItemRow(
                    item.getName(),
                    item.getShelf().getId(),
                    item.getLabel() == null ? null : item.getLabel().getId());
            assertThat(now)
                    .as("item %s", item.getCode())
                    .isEqualTo(truth.items().get(item.getCode()));
        } else if (entity instanceof Plan plan) {
            assertThat(new Truth.PlanRow(plan.getName()))
                    .as("plan %s", plan.getId())
                    .isEqualTo(truth.plans().get(plan.getId()));
        } else if (entity instanceof Label label) {
            assertThat(new Truth.LabelRow(label.getName()))
                    .as("label %s", label.getId())
                    .isEqualTo(truth.labels().get(label.getId()));
        }
    }

    private static void require(Truth truth, Room room) {
        Truth.RoomRow row = truth.rooms().get(room.getId());
        assertThat(room.getName()).as("name of room %s", room.getId()).isEqualTo(row.name());
        assertThat(room.getPlan() == null ? null : room.getPlan().getId())
                .as("plan of room %s", room.getId())
                .isEqualTo(row.plan());
        if (Hibernate.isInitialized(room.getColors())) {
            assertThat(room.getColors())
                    .as("colors of room %s", room.getId())
                    .containsExactlyInAnyOrderElementsOf(row.colors());
        }
        if (Hibernate.isInitialized(room.getShelves())) {
            List<Object> ids =
                    room.getShelves().stream().<Object>map(Shelf::getId).toList();
            assertThat(ids)
                    .as("shelves of room %s", room.getId())
                    .containsExactlyInAnyOrderElementsOf(truth.shelvesIn(room.getId()));
        }
    }

    private static void require(Truth truth, Shelf shelf) {
        Truth.ShelfRow row = truth.shelves().get(shelf.getId());
        Truth.ShelfRow now = new Truth.ShelfRow(
                shelf.getName(),
                shelf.getWidth(),
                shelf.getRoom() == null ? null : shelf.getRoom().getId(),
                row.labels());
        assertThat(now).as("shelf %s", shelf.getId()).isEqualTo(row);
        if (Hibernate.isInitialized(shelf.getLabels())) {
            List<Object> ids =
                    shelf.getLabels().stream().<Object>map(Label::getId).toList();
            assertThat(ids).as("labels of shelf %s", shelf.getId()).containsExactlyInAnyOrderElementsOf(row.labels());
        }
        if (Hibernate.isInitialized(shelf.getItems())) {
            List<Object> codes =
                    shelf.getItems().stream().<Object>map(Item::getCode).toList();
            assertThat(codes)
                    .as("items of shelf %s", shelf.getId())
                    .containsExactlyInAnyOrderElementsOf(truth.itemsOn(shelf.getId()));
        }
    }
}
