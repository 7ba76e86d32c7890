package dev.dovetail.orm.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.orm.query.LoadOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.Hibernate;
import org.jspecify.annotations.Nullable;

/** Steps that change, load and query entities; both sides of an association are kept alike, as an application does. */
final class EntityMoves {

    private static final List<Class<?>> TYPES = List.of(Room.class, Shelf.class, Item.class, Label.class);
    private static final List<List<String>> ROOM_PATHS = List.of(
            List.of(),
            List.of("colors"),
            List.of("shelves"),
            List.of("plan"),
            List.of("colors", "shelves"),
            List.of("shelves.items"));
    private static final List<List<String>> SHELF_PATHS = List.of(
            List.of(), List.of("items"), List.of("labels"), List.of("room"), List.of("items.label", "labels", "room"));
    private static final List<List<String>> ITEM_PATHS =
            List.of(List.of(), List.of("shelf"), List.of("label"), List.of("shelf.room"));

    private final Scene scene;

    EntityMoves(Scene scene) {
        this.scene = scene;
    }

    static Class<?> type(int number) {
        return TYPES.get(number % TYPES.size());
    }

    void addRoom(Step step) {
        Long id = scene.freeId(Room.class, step.a());
        if (id == null) {
            return;
        }
        Room room = new Room(id, scene.name());
        if (step.b() % 2 == 0) {
            room.getColors().add("white");
        }
        scene.note("add room %d", id);
        scene.uow().add(room);
        scene.truth().rooms().put(id, new Truth.RoomRow(room.getName(), new TreeSet<>(room.getColors()), null));
        scene.added(room);
    }

    void addLabel(Step step) {
        Long id = scene.freeId(Label.class, step.a());
        if (id == null) {
            return;
        }
        Label label = new Label(id, scene.name());
        scene.note("add label %d", id);
        scene.uow().add(label);
        scene.truth().labels().put(id, new Truth.LabelRow(label.getName()));
        scene.added(label);
    }

    void addShelf(Step step) {
        Long id = scene.freeId(Shelf.class, step.a());
        if (id == null) {
            return;
        }
        Shelf shelf = new Shelf(id, scene.name());
        Label label = step.b() % 2 == 0 ? scene.pick(Label.class, step.b()) : null;
        if (label != null) {
            shelf.getLabels().add(label);
        }
        for (int i = step.c() % 3; i > 0; i--) {
            shelf.item(scene.code(), scene.name()).setLabel(label);
        }
        add(shelf, step.b() % 3 == 0 ? null : scene.pick(Room.class, step.c()));
    }

    /** What was inserted in a block that was rolled back is new, and may be added once more. */
    void addAgain(Step step) {
        List<Shelf> released = scene.released();
        if (released.isEmpty()) {
            return;
        }
        Shelf shelf = released.remove(step.a() % released.size());
        if (scene.truth().shelves().containsKey(shelf.getId())
                || scene.isUnwritten(Shelf.class, shelf.getId())
                // A refresh unloaded them, and what they held is gone with its rows.
                || !Entities.loaded(shelf).containsAll(Set.of("items", "labels"))) {
            return;
        }
        // What it refers to may be gone by now.
        shelf.getLabels().clear();
        shelf.getItems()
                .removeIf(item -> item.getId() != null || scene.truth().items().containsKey(item.getCode()));
        shelf.setName(scene.name());
        shelf.getItems().forEach(item -> {
            item.setName(scene.name());
            item.setLabel(null);
        });
        scene.note("(once more)");
        add(shelf, scene.pick(Room.class, step.b()));
    }

    private void add(Shelf shelf, @Nullable Room room) {
        shelf.setRoom(room);
        if (room != null) {
            room.getShelves().add(shelf);
        }
        scene.note(
                "add shelf %d with %d items in %s",
                shelf.getId(), shelf.getItems().size(), id(room));
        scene.uow().add(shelf);
        Set<Object> labels = new TreeSet<>();
        shelf.getLabels().forEach(label -> labels.add(label.getId()));
        scene.truth()
                .shelves()
                .put(shelf.getId(), new Truth.ShelfRow(shelf.getName(), shelf.getWidth(), id(room), labels));
        scene.added(shelf);
        shelf.getItems().forEach(this::added);
    }

    private void added(Item item) {
        scene.truth()
                .items()
                .put(
                        item.getCode(),
                        new Truth.ItemRow(
                                item.getName(),
                                item.getShelf().getId(),
                                item.getLabel() == null ? null : item.getLabel().getId()));
        scene.added(item);
    }

    void addItem(Step step) {
        Shelf shelf = scene.pick(Shelf.class, step.a());
        if (shelf != null) {
            Item item = shelf.item(scene.code(), scene.name());
            item.setLabel(step.b() % 2 == 0 ? null : scene.pick(Label.class, step.c()));
            scene.note(
                    "add item %s to the %s items of shelf %d",
                    item.getCode(), Hibernate.isInitialized(shelf.getItems()) ? "loaded" : "unloaded", shelf.getId());
            added(item);
        }
    }

    void rename(Step step) {
        Class<?> type = type(step.a());
        Object entity = scene.pick(type, step.b());
        if (entity != null) {
            String name = scene.name();
            scene.note("rename %s", Scene.Key.of(entity));
            Entities.rename(entity, name);
            scene.truth().rename(type, Entities.key(entity)::equals, name);
        }
    }

    void width(Step step) {
        Shelf shelf = scene.pick(Shelf.class, step.a());
        if (shelf != null) {
            Integer width = step.b() % 3 == 0 ? null : step.b();
            scene.note("width of shelf %d is %s", shelf.getId(), width);
            shelf.setWidth(width);
            scene.truth().shelves().computeIfPresent(shelf.getId(), (id, row) -> row.wide(width));
        }
    }

    void moveShelf(Step step) {
        Shelf shelf = scene.pick(Shelf.class, step.a());
        if (shelf != null) {
            Room to = step.b() % 3 == 0 ? null : scene.pick(Room.class, step.b());
            scene.note("move shelf %d to room %s", shelf.getId(), id(to));
            leaveRoom(shelf);
            shelf.setRoom(to);
            if (to != null) {
                to.getShelves().add(shelf);
            }
            scene.truth().shelves().computeIfPresent(shelf.getId(), (id, row) -> row.in(id(to)));
        }
    }

    private void leaveRoom(Shelf shelf) {
        scene.left();
        Room from = scene.managed(Room.class, id(shelf.getRoom()));
        if (from != null && Hibernate.isInitialized(from.getShelves())) {
            from.getShelves().removeIf(each -> each.getId().equals(shelf.getId()));
        }
    }

    private static @Nullable Object id(@Nullable Room room) {
        return room == null ? null : room.getId();
    }

    void labelItem(Step step) {
        Item item = scene.pick(Item.class, step.a());
        if (item != null) {
            Label label = step.b() % 3 == 0 ? null : scene.pick(Label.class, step.b());
            Long id = label == null ? null : label.getId();
            scene.note("label of item %s is %d", item.getCode(), id);
            item.setLabel(label);
            scene.truth().items().computeIfPresent(item.getCode(), (code, row) -> row.labelled(id));
        }
    }

    void labelShelf(Step step) {
        Shelf shelf = scene.pick(Shelf.class, step.a());
        Label label = scene.pick(Label.class, step.b());
        if (shelf == null || label == null || !Hibernate.isInitialized(shelf.getLabels())) {
            return;
        }
        boolean had = shelf.getLabels().removeIf(each -> each.getId().equals(label.getId()));
        scene.note("%s label %d %s shelf %d", had ? "take" : "put", label.getId(), had ? "from" : "on", shelf.getId());
        if (!had) {
            shelf.getLabels().add(label);
        }
        scene.truth()
                .shelves()
                .computeIfPresent(
                        shelf.getId(),
                        (id, row) -> row.labels(
                                had
                                        ? Truth.without(row.labels(), label.getId())
                                        : Truth.with(row.labels(), label.getId())));
    }

    void color(Step step) {
        Room room = scene.pick(Room.class, step.a());
        if (room != null && Hibernate.isInitialized(room.getColors())) {
            String color = "c" + step.b() % 4;
            if (!room.getColors().remove(color)) {
                room.getColors().add(color);
            }
            scene.note("colors of room %d are %s", room.getId(), room.getColors());
            Set<String> colors = new TreeSet<>(room.getColors());
            scene.truth().rooms().computeIfPresent(room.getId(), (id, row) -> row.colored(colors));
        }
    }

    /** Another plan, or none: the one before is an orphan. */
    void plan(Step step) {
        Room room = scene.pick(Room.class, step.a());
        Long id = step.b() % 3 == 0 ? null : scene.freeId(Plan.class, step.b());
        if (room == null) {
            return;
        }
        Object before = room.getPlan() == null ? null : room.getPlan().getId();
        Plan plan = id == null ? null : new Plan(id, scene.name());
        scene.note("plan of room %d is %s instead of %s", room.getId(), id, before);
        room.setPlan(plan);
        if (before != null) {
            scene.truth().plans().remove(before);
            scene.gone(Plan.class, before);
        }
        if (plan != null) {
            scene.truth().plans().put(id, new Truth.PlanRow(plan.getName()));
            scene.added(plan);
        }
        scene.truth().rooms().computeIfPresent(room.getId(), (key, row) -> row.planned(id));
    }

    void clear(Step step) {
        Shelf shelf = scene.pick(Shelf.class, step.a());
        if (shelf != null && step.b() % 2 == 0 && Hibernate.isInitialized(shelf.getItems())) {
            scene.note("clear the items of shelf %d", shelf.getId());
            List<Item> items = List.copyOf(shelf.getItems());
            shelf.getItems().clear();
            items.forEach(this::gone);
        } else if (shelf != null && step.b() % 2 == 1 && Hibernate.isInitialized(shelf.getLabels())) {
            scene.note("clear the labels of shelf %d", shelf.getId());
            shelf.getLabels().clear();
            scene.truth().shelves().computeIfPresent(shelf.getId(), (id, row) -> row.labels(new TreeSet<>()));
        }
    }

    /** Takes an item from its shelf, which makes it an orphan. */
    void dropItem(Step step) {
        Shelf shelf = scene.pick(Shelf.class, step.a());
        if (shelf != null
                && Hibernate.isInitialized(shelf.getItems())
                && !shelf.getItems().isEmpty()) {
            Item item = shelf.getItems().remove(step.b() % shelf.getItems().size());
            scene.note("take item %s from shelf %d", item.getCode(), shelf.getId());
            gone(item);
        }
    }

    private void gone(Item item) {
        scene.truth().items().remove(item.getCode());
        scene.deleted(item);
    }

    void deleteItem(Step step) {
        Item item = scene.pick(Item.class, step.a());
        // What only its shelf holds so far is not the unit of work's to delete.
        if (item != null && scene.uow().contains(item)) {
            scene.note("delete item %s", item.getCode());
            Shelf shelf = scene.managed(Shelf.class, item.getShelf().getId());
            if (shelf != null && Hibernate.isInitialized(shelf.getItems())) {
                shelf.getItems().remove(item);
            }
            scene.uow().delete(item);
            gone(item);
        }
    }

    void deleteShelf(Step step) {
        Shelf shelf = scene.pick(Shelf.class, step.a());
        if (shelf != null) {
            scene.note("delete shelf %d", shelf.getId());
            leaveRoom(shelf);
            scene.uow().delete(shelf);
            scene.truth().itemsOn(shelf.getId()).forEach(code -> scene.unwritten(Item.class, code));
            scene.truth().removeShelf(shelf.getId());
            scene.deleted(shelf);
        }
    }

    void deleteRoom(Step step) {
        Room room = scene.pick(Room.class, step.a());
        if (room != null) {
            scene.note("delete room %d", room.getId());
            scene.all(Shelf.class).stream()
                    .filter(shelf -> room.getId().equals(id(shelf.getRoom())))
                    .forEach(shelf -> shelf.setRoom(null));
            Object plan = room.getPlan() == null ? null : room.getPlan().getId();
            scene.uow().delete(room);
            if (plan != null) {
                scene.truth().plans().remove(plan);
                scene.gone(Plan.class, plan);
            }
            scene.truth().removeRoom(room.getId());
            scene.deleted(room);
            // Those that are loaded until it is written would still refer to it.
            scene.flush();
        }
    }

    void deleteLabel(Step step) {
        Label label = scene.pick(Label.class, step.a());
        if (label != null && !scene.truth().isLabelUsed(label.getId())) {
            scene.note("delete label %d", label.getId());
            scene.uow().delete(label);
            scene.truth().labels().remove(label.getId());
            scene.deleted(label);
            scene.flush();
        }
    }

    void find(Step step) {
        Class<?> type = List.of(Room.class, Shelf.class, Label.class).get(step.a() % 3);
        Long id = 1L + step.b() % 4;
        scene.note("find %s %d", type.getSimpleName(), id);
        Object found = scene.uow().find(type, id).orElse(null);
        if (!scene.isUnwritten(type, id)) {
            assertThat(found != null)
                    .as("%s %s is found", type.getSimpleName(), id)
                    .isEqualTo(scene.truth().of(type).containsKey(id));
        }
    }

    void load(Step step) {
        boolean flushed = step.a() % 2 == 0;
        if (flushed) {
            scene.flush();
        }
        switch (step.b() % 3) {
            case 0 -> load(Room.class, ROOM_PATHS.get(step.c() % ROOM_PATHS.size()), flushed);
            case 1 -> load(Shelf.class, SHELF_PATHS.get(step.c() % SHELF_PATHS.size()), flushed);
            default -> load(Item.class, ITEM_PATHS.get(step.c() % ITEM_PATHS.size()), flushed);
        }
    }

    /** Without writing what is pending, so that it stays so. */
    void loadAll() {
        load(Room.class, List.of("colors", "shelves"), false);
        load(Shelf.class, List.of("items", "labels"), false);
        load(Label.class, List.of(), false);
    }

    private <T> void load(Class<T> type, List<String> paths, boolean flushed) {
        scene.flushIfLeft();
        scene.note("select %s with %s", type.getSimpleName(), paths);
        List<T> found = scene.uow()
                .select(type)
                .load(paths.stream().map(LoadOption::selectin).toArray(LoadOption[]::new))
                .list();
        if (flushed) {
            List<Object> keys =
                    found.stream().map(Scene::instance).map(Entities::key).toList();
            assertThat(keys)
                    .as("all of %s", type.getSimpleName())
                    .containsExactlyInAnyOrderElementsOf(scene.truth().of(type).keySet());
        }
    }

    void refresh(Step step) {
        Object entity = scene.pick(type(step.a()), step.b());
        if (entity != null) {
            scene.flush();
            scene.note("refresh %s", Scene.Key.of(entity));
            scene.uow().refresh(entity);
        }
    }
}
