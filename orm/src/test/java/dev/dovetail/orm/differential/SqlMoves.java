package dev.dovetail.orm.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.bulk.BulkRow;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Steps that read and write rows beside the entities. */
final class SqlMoves {

    private static final Table<Record> COLORS = DSL.table(DSL.name("room_colors"));
    private static final Table<Record> LINKS = DSL.table(DSL.name("shelf_labels"));
    private static final Map<Class<?>, Table<Record>> TABLES = Map.of(
            Room.class, table("rooms"),
            Shelf.class, table("shelves"),
            Item.class, table("items"),
            Label.class, table("labels"));
    private static final Field<Long> ID = id("id");
    private static final Field<String> NAME = text("name");
    private static final Field<String> CODE = text("code");
    private static final Field<Long> ROOM = id("room_id");
    private static final Field<Long> SHELF = id("shelf_id");
    private static final Field<Long> LABEL = id("label_id");
    private static final Field<String> COLOR = text("color");

    private final Scene scene;

    SqlMoves(Scene scene) {
        this.scene = scene;
    }

    static Table<Record> table(Class<?> type) {
        return TABLES.getOrDefault(type, LINKS);
    }

    static Condition is(Class<?> type, Object key) {
        return type == Item.class ? CODE.eq((String) key) : ID.eq((Long) key);
    }

    static Field<String> name() {
        return NAME;
    }

    private static Table<Record> table(String name) {
        return DSL.table(DSL.name(name));
    }

    private static Field<Long> id(String name) {
        return DSL.field(DSL.name(name), SQLDataType.BIGINT);
    }

    private static Field<String> text(String name) {
        return DSL.field(DSL.name(name), SQLDataType.VARCHAR);
    }

    void rename(Step step) {
        Class<?> type = EntityMoves.type(step.a());
        Object key = step.b() % 3 == 0 ? null : scene.pickRow(type, step.c());
        String name = scene.name();
        scene.note("sql: rename %s %s", type.getSimpleName(), key == null ? "(all)" : key);
        scene.sql()
                .update(table(type))
                .set(NAME, name)
                .where(key == null ? DSL.noCondition() : is(type, key))
                .execute();
        Predicate<Object> chosen = key == null ? any -> true : key::equals;
        scene.truth().rename(type, chosen, name);
    }

    void plain(Step step) {
        Object code = scene.pickRow(Item.class, step.a());
        if (code != null) {
            String name = scene.name();
            scene.note("plain sql: rename item %s", code);
            scene.sql().execute("update items set name = ? where code = ?", name, code);
            scene.truth().rename(Item.class, code::equals, name);
        }
    }

    /** A common table expression. */
    void with(Step step) {
        Object room = scene.pickRow(Room.class, step.a());
        if (room != null) {
            String name = scene.name();
            scene.note("sql: with …: rename the items in room %s", room);
            List<Object> shelves = scene.truth().shelvesIn(room);
            scene.sql()
                    .with("chosen")
                    .as(DSL.select(ID).from(table(Shelf.class)).where(ROOM.eq((Long) room)))
                    .update(table(Item.class))
                    .set(NAME, name)
                    .where(SHELF.in(DSL.select(ID).from(table("chosen"))))
                    .execute();
            scene.truth()
                    .rename(
                            Item.class,
                            code -> shelves.contains(
                                    scene.truth().items().get(code).shelf()),
                            name);
        }
    }

    void insert(Step step) {
        switch (step.a() % 4) {
            case 0 -> insertRoom(step);
            case 1 -> insertLabel(step);
            case 2 -> insertShelf(step);
            default -> insertItem(step);
        }
    }

    private void insertRoom(Step step) {
        Long id = scene.freeId(Room.class, step.b());
        if (id != null) {
            String name = scene.name();
            scene.note("sql: insert room %d", id);
            scene.sql()
                    .insertInto(table(Room.class))
                    .columns(ID, NAME)
                    .values(id, name)
                    .execute();
            scene.truth().rooms().put(id, new Truth.RoomRow(name, new TreeSet<>(), null));
        }
    }

    private void insertLabel(Step step) {
        Long id = scene.freeId(Label.class, step.b());
        if (id != null) {
            String name = scene.name();
            scene.note("sql: insert label %d", id);
            scene.sql()
                    .insertInto(table(Label.class))
                    .columns(ID, NAME)
                    .values(id, name)
                    .execute();
            scene.truth().labels().put(id, new Truth.LabelRow(name));
        }
    }

    private void insertShelf(Step step) {
        Long id = scene.freeId(Shelf.class, step.b());
        if (id != null) {
            Object room = step.c() % 3 == 0 ? null : scene.pickRow(Room.class, step.c());
            requireWritten(Room.class, room);
            String name = scene.name();
            scene.note("sql: insert shelf %d in room %s", id, room);
            scene.sql()
                    .insertInto(table(Shelf.class))
                    .columns(ID, NAME, ROOM)
                    .values(id, name, (Long) room)
                    .execute();
            scene.truth().shelves().put(id, new Truth.ShelfRow(name, null, room, new TreeSet<>()));
        }
    }

    private void insertItem(Step step) {
        Object shelf = scene.pickRow(Shelf.class, step.b());
        if (shelf != null) {
            Object label = step.c() % 2 == 0 ? null : scene.pickRow(Label.class, step.c());
            requireWritten(Shelf.class, shelf);
            requireWritten(Label.class, label);
            String code = scene.code();
            scene.note("sql: insert item %s on shelf %s", code, shelf);
            scene.sql()
                    .insertInto(table(Item.class))
                    .columns(CODE, NAME, SHELF, LABEL)
                    .values(code, code, (Long) shelf, (Long) label)
                    .execute();
            scene.truth().items().put(code, new Truth.ItemRow(code, shelf, label));
        }
    }

    /** A statement does not write what it only refers to. */
    private void requireWritten(Class<?> type, @Nullable Object key) {
        if (scene.isUnwritten(type, key)) {
            scene.flush();
        }
    }

    void upsert(Step step) {
        Long id = 1L + step.a() % 4;
        if (!scene.isUnwritten(Room.class, id)) {
            String name = scene.name();
            scene.note("sql: upsert room %d", id);
            scene.sql()
                    .insertInto(table(Room.class))
                    .columns(ID, NAME)
                    .values(id, name)
                    .onConflict(ID)
                    .doUpdate()
                    .set(NAME, name)
                    .execute();
            scene.truth()
                    .rooms()
                    .merge(id, new Truth.RoomRow(name, new TreeSet<>(), null), (old, fresh) -> old.named(name));
        }
    }

    void delete(Step step) {
        Class<?> type = EntityMoves.type(step.a());
        Object key = scene.pickRow(type, step.b());
        if (key == null) {
            return;
        }
        if (type == Label.class) {
            if (scene.truth().isLabelUsed(key)) {
                return;
            }
            // What refers to it is not reached, so those that do not use it any more may not be written.
            scene.flush();
        }
        if (type == Room.class) {
            scene.note("sql: delete the colors of room %s", key);
            scene.sql().deleteFrom(COLORS).where(id("room_id").eq((Long) key)).execute();
        }
        scene.note("sql: delete %s %s", type.getSimpleName(), key);
        scene.sql().deleteFrom(table(type)).where(is(type, key)).execute();
        if (type == Room.class) {
            scene.truth().removeRoom(key);
        } else if (type == Shelf.class) {
            scene.truth().removeShelf(key);
        } else if (type == Item.class) {
            scene.truth().items().remove(key);
        } else {
            scene.truth().labels().remove(key);
        }
    }

    /** Rows of tables that no entity has for its own. */
    void link(Step step) {
        if (step.a() % 2 == 0) {
            Object room = scene.pickRow(Room.class, step.b());
            if (room != null) {
                requireWritten(Room.class, room);
                color(room, "c" + step.c() % 4);
            }
            return;
        }
        Object shelf = scene.pickRow(Shelf.class, step.b());
        Object label = scene.pickRow(Label.class, step.c());
        if (shelf != null && label != null) {
            requireWritten(Shelf.class, shelf);
            requireWritten(Label.class, label);
            label((Long) shelf, (Long) label);
        }
    }

    private void color(Object room, String color) {
        scene.truth().rooms().computeIfPresent(room, (id, row) -> {
            boolean there = row.colors().contains(color);
            scene.note("sql: %s color %s of room %s", there ? "delete" : "insert", color, room);
            if (there) {
                scene.sql()
                        .deleteFrom(COLORS)
                        .where(id("room_id").eq((Long) room), COLOR.eq(color))
                        .execute();
            } else {
                scene.sql()
                        .insertInto(COLORS)
                        .columns(id("room_id"), COLOR)
                        .values((Long) room, color)
                        .execute();
            }
            return row.colored(there ? Truth.without(row.colors(), color) : Truth.with(row.colors(), color));
        });
    }

    private void label(Long shelf, Long label) {
        scene.truth().shelves().computeIfPresent(shelf, (id, row) -> {
            boolean there = row.labels().contains(label);
            scene.note("sql: %s label %d of shelf %d", there ? "delete" : "insert", label, shelf);
            if (there) {
                scene.sql()
                        .deleteFrom(LINKS)
                        .where(SHELF.eq(shelf), LABEL.eq(label))
                        .execute();
            } else {
                scene.sql()
                        .insertInto(LINKS)
                        .columns(SHELF, LABEL)
                        .values(shelf, label)
                        .execute();
            }
            return row.labels(there ? Truth.without(row.labels(), label) : Truth.with(row.labels(), label));
        });
    }

    void read(Step step) {
        Class<?> type = EntityMoves.type(step.a());
        scene.note("sql: read %s", type.getSimpleName());
        Field<?> key = type == Item.class ? CODE : ID;
        List<?> keys = scene.sql().select(key).from(table(type)).fetch(key);
        assertThat(keys).isEqualTo(keys.stream().distinct().toList());
        assertThat(List.<Object>copyOf(keys))
                .as("keys of %s in typed SQL", type.getSimpleName())
                .containsExactlyInAnyOrderElementsOf(scene.truth().of(type).keySet());
    }

    void bulk(Step step) {
        if (step.a() % 3 == 0) {
            scene.note("bulk: rename all rooms");
            List<Object> ids = List.copyOf(scene.truth().rooms().keySet());
            String name = scene.name();
            scene.db.bulk().update(table(Room.class)).key(ID).set(NAME).rows(ids, id -> BulkRow.row(id, name));
            scene.truth().rename(Room.class, any -> true, name);
            return;
        }
        Object shelf = scene.pickRow(Shelf.class, step.b());
        if (shelf == null) {
            return;
        }
        if (step.a() % 3 == 1) {
            requireWritten(Shelf.class, shelf);
            List<String> codes = List.of(scene.code(), scene.code());
            scene.note("bulk: insert items %s on shelf %s", codes, shelf);
            scene.db
                    .bulk()
                    .insert(table(Item.class))
                    .columns(CODE, NAME, SHELF)
                    .rows(codes, code -> BulkRow.row(code, code, shelf));
            codes.forEach(code -> scene.truth().items().put(code, new Truth.ItemRow(code, shelf, null)));
        } else {
            List<Object> codes = scene.truth().itemsOn(shelf);
            scene.note("bulk: delete items %s", codes);
            scene.db.bulk().delete(table(Item.class)).key(CODE).rows(codes, code -> BulkRow.row(code));
            codes.forEach(scene.truth().items()::remove);
        }
    }
}
