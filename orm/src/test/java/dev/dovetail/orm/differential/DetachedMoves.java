package dev.dovetail.orm.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hibernate.Hibernate;

/** Steps with shelves that leave the unit of work together with their items, and mostly come back as copies. */
final class DetachedMoves {

    private final Scene scene;

    DetachedMoves(Scene scene) {
        this.scene = scene;
    }

    void merge(Step step) {
        Shelf shelf = scene.pick(Shelf.class, step.a());
        if (shelf == null || isHeld(shelf)) {
            return;
        }
        scene.flush();
        scene.note("detach shelf %d with %s items", shelf.getId(), items(shelf));
        List<Item> items = Hibernate.isInitialized(shelf.getItems()) ? List.copyOf(shelf.getItems()) : List.of();
        scene.uow().detach(shelf);
        scene.forgotten(shelf);
        items.forEach(scene::forgotten);
        assertThat(scene.uow().contains(shelf)).as("detached").isFalse();
        if (step.b() % 4 != 0) {
            change(shelf, items, step);
            scene.note("merge shelf %d", shelf.getId());
            assertThat(scene.uow().merge(shelf)).isNotSameAs(shelf);
            // What a merge made managed is no orphan yet: taken out before it is written, it would be written all the
            // same.
            scene.flush();
        }
    }

    private static Object items(Shelf shelf) {
        return Hibernate.isInitialized(shelf.getItems()) ? shelf.getItems().size() : "unloaded";
    }

    /** Whether something that stays managed refers to it as an object. */
    private boolean isHeld(Shelf shelf) {
        Room room = shelf.getRoom() == null
                ? null
                : scene.managed(Room.class, shelf.getRoom().getId());
        boolean inRoom = room != null && Hibernate.isInitialized(room.getShelves());
        boolean byItem = scene.all(Item.class).stream()
                .filter(item -> item.getShelf().getId().equals(shelf.getId()))
                .anyMatch(item -> !Hibernate.isInitialized(shelf.getItems())
                        || !shelf.getItems().contains(item));
        return inRoom || byItem || !scene.uow().contains(shelf);
    }

    private void change(Shelf shelf, List<Item> items, Step step) {
        String name = scene.name();
        shelf.setName(name);
        scene.truth().rename(Shelf.class, shelf.getId()::equals, name);
        if (!Hibernate.isInitialized(shelf.getItems())) {
            return;
        }
        if (step.c() % 3 == 0) {
            Item more = shelf.item(scene.code(), scene.name());
            scene.note("… with a new item %s", more.getCode());
            scene.truth().items().put(more.getCode(), new Truth.ItemRow(more.getName(), shelf.getId(), null));
            scene.unwritten(Item.class, more.getCode());
        } else if (!items.isEmpty()) {
            Item item = items.get(step.c() % items.size());
            if (step.c() % 3 == 1) {
                scene.note("… without item %s", item.getCode());
                shelf.getItems().remove(item);
                scene.truth().items().remove(item.getCode());
                scene.gone(Item.class, item.getCode());
            } else {
                String other = scene.name();
                scene.note("… with another name of item %s", item.getCode());
                item.setName(other);
                scene.truth().rename(Item.class, item.getCode()::equals, other);
            }
        }
    }
}
