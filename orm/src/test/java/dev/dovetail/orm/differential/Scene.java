package dev.dovetail.orm.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.Database;
import dev.dovetail.orm.HibernatePersistence;
import dev.dovetail.orm.work.UnitOfWork;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.hibernate.Hibernate;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.ManagedEntity;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.engine.spi.Status;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** A trial's database, what it must hold, and the entities that the unit of work manages. */
final class Scene {

    private static final int MOST_IDS = 4;

    final Database db;
    final HibernatePersistence persistence;
    private final List<String> trace = new ArrayList<>();
    private Truth truth = new Truth();
    private Truth before = new Truth();
    private int depth;
    private final Map<Key, Object> managed = new LinkedHashMap<>();
    /** What was added or deleted and may not be written yet: queries may say either. */
    private final Set<Key> unwritten = new HashSet<>();
    /** What this transaction added, in contrast to what it loaded. */
    private final Set<Object> additions = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Inserted in a nested block that was rolled back. */
    private final List<Shelf> released = new ArrayList<>();

    /** Something left a collection that may not be loaded: loading it finds what is written. */
    private boolean left;

    private boolean opened;
    private int names;

    Scene(Database db, HibernatePersistence persistence) {
        this.db = db;
        this.persistence = persistence;
    }

    Truth truth() {
        return truth;
    }

    List<Shelf> released() {
        return released;
    }

    List<String> trace() {
        return trace;
    }

    void note(String format, Object... values) {
        trace.add("  " + String.format(Locale.ROOT, format, values));
    }

    UnitOfWork uow() {
        opened = true;
        return persistence.unitOfWork();
    }

    DSLContext sql() {
        return db.access().sql();
    }

    String name() {
        return "n" + ++names;
    }

    String code() {
        return "i" + ++names;
    }

    void flush() {
        note("flush");
        uow().flush();
        written();
    }

    /** Nothing is pending. */
    void written() {
        unwritten.clear();
        left = false;
    }

    void left() {
        left = true;
    }

    /** Queries find what is written, so what has left a collection has to be. */
    void flushIfLeft() {
        if (left) {
            flush();
        }
    }

    void unwritten(Class<?> type, Object key) {
        unwritten.add(new Key(type, key));
    }

    boolean isUnwritten(Class<?> type, @Nullable Object key) {
        return key != null && unwritten.contains(new Key(type, key));
    }

    /** One of the managed entities of a kind that have a row, or null if there is none. */
    <T> @Nullable T pick(Class<T> type, int number) {
        List<T> all = all(type);
        return all.isEmpty() ? null : all.get(number % all.size());
    }

    <T> List<T> all(Class<T> type) {
        return managed.entrySet().stream()
                .filter(entry -> entry.getKey().type() == type
                        && truth.of(type).containsKey(entry.getKey().key()))
                .map(entry -> type.cast(entry.getValue()))
                .toList();
    }

    <T> @Nullable T managed(Class<T> type, @Nullable Object key) {
        return key == null || !truth.of(type).containsKey(key) ? null : type.cast(managed.get(new Key(type, key)));
    }

    /** The key of one of the rows of a kind, or null if there is none. */
    @Nullable
    Object pickRow(Class<?> type, int number) {
        List<Object> keys = List.copyOf(truth.of(type).keySet());
        return keys.isEmpty() ? null : keys.get(number % keys.size());
    }

    /** An id that no row has, also not one whose end is not written yet; or null. */
    @Nullable
    Long freeId(Class<?> type, int number) {
        List<Long> free = LongStream.rangeClosed(1, MOST_IDS)
                .boxed()
                .filter(id -> !truth.of(type).containsKey(id) && !isUnwritten(type, id))
                .toList();
        return free.isEmpty() ? null : free.get(number % free.size());
    }

    void added(Object entity) {
        Key key = Key.of(entity);
        managed.put(key, entity);
        additions.add(entity);
        unwritten.add(key);
    }

    void deleted(Object entity) {
        Key key = Key.of(entity);
        managed.remove(key);
        unwritten.add(key);
        left = true;
    }

    /** It will be deleted by a flush, because of what was deleted or changed. */
    void gone(Class<?> type, Object key) {
        managed.remove(new Key(type, key));
        unwritten.add(new Key(type, key));
        left = true;
    }

    /** It is detached: the next one that is loaded is another instance. */
    void forgotten(Object entity) {
        managed.remove(Key.of(entity));
    }

    /** What another transaction has committed, which no rollback of this one takes back. */
    void theirs(Class<?> type, Object key, String name) {
        truth.rename(type, key::equals, name);
        before.rename(type, key::equals, name);
    }

    Truth begin() {
        before = truth.copy();
        return before;
    }

    void nested(int more) {
        depth += more;
    }

    /** Whether a rollback to a savepoint could bring back what another transaction has changed since. */
    boolean isNested() {
        return depth > 0;
    }

    /** Compares all managed entities with the model. */
    void check() {
        if (!opened) {
            return;
        }
        UnitOfWork uow = persistence.unitOfWork();
        SessionImplementor session = uow.session().unwrap(SessionImplementor.class);
        for (ManagedEntity each : session.getPersistenceContextInternal().reentrantSafeManagedEntities()) {
            EntityEntry entry = each.$$_hibernate_getEntityEntry();
            if (entry.getStatus() == Status.MANAGED) {
                check(each.$$_hibernate_getEntityInstance());
            }
        }
        List.copyOf(managed.entrySet()).forEach(entry -> {
            Key key = entry.getKey();
            if (truth.of(key.type()).containsKey(key.key())) {
                // New elements of a collection are managed when they are written.
                assertThat(uow.contains(entry.getValue()) || unwritten.contains(key))
                        .as("%s is managed", key)
                        .isTrue();
            } else {
                managed.remove(key);
                if (!unwritten.contains(key)) {
                    assertThat(uow.contains(entry.getValue()))
                            .as("%s, whose row is gone, is managed", key)
                            .isFalse();
                }
            }
        });
    }

    private void check(Object entity) {
        Key key = Key.of(entity);
        if (!truth.of(key.type()).containsKey(key.key())) {
            assertThat(unwritten).as("managed without a row").contains(key);
            return;
        }
        Object known = managed.putIfAbsent(key, entity);
        if (known != null) {
            assertThat(entity).as("the instance of %s", key).isSameAs(known);
        }
        Entities.requireAsIn(truth, entity);
    }

    /** Compares the rows with the model, and versions with those of the rows, when nothing is pending. */
    void checkRows() {
        try {
            assertThat(Storage.read(db.access().connection())).as("rows").isEqualTo(truth);
            Map<Object, Integer> versions = Storage.versions(db.access().connection());
            all(Shelf.class)
                    .forEach(shelf -> assertThat(shelf.getVersion())
                            .as("version of shelf %s", shelf.getId())
                            .isEqualTo(versions.get(shelf.getId())));
            all(Item.class)
                    .forEach(item -> assertThat(item.getVersion())
                            .as("version of item %s", item.getCode())
                            .isEqualTo(versions.get(item.getCode())));
        } catch (SQLException failure) {
            throw new AssertionError("The rows could not be read", failure);
        }
    }

    Saved save() {
        Map<Key, Set<String>> loaded = new LinkedHashMap<>();
        managed.forEach((key, entity) -> loaded.put(key, Entities.loaded(entity)));
        return new Saved(truth.copy(), new LinkedHashMap<>(managed), loaded);
    }

    /** After a return to a savepoint. */
    void takeBack(Saved saved) {
        managed.forEach((key, entity) -> {
            if (additions.contains(entity)
                    && !saved.managed().containsKey(key)
                    && !saved.truth().of(key.type()).containsKey(key.key())) {
                if (entity instanceof Item item) {
                    assertThat(item.getId()).as("id of the rolled back %s", key).isNull();
                } else if (entity instanceof Shelf shelf) {
                    released.add(shelf);
                }
            }
        });
        truth = saved.truth();
        managed.clear();
        managed.putAll(saved.managed());
        written();
        managed.forEach((key, entity) -> assertThat(Entities.loaded(entity))
                .as("what is loaded of %s", key)
                .isEqualTo(saved.loaded().get(key)));
    }

    /** After the end of the transaction. */
    void end(Truth now) {
        truth = now;
        managed.clear();
        written();
        released.clear();
        additions.clear();
        opened = false;
    }

    static Object instance(Object entity) {
        return Hibernate.unproxy(entity);
    }

    record Key(Class<?> type, Object key) {
        static Key of(Object entity) {
            Object instance = instance(entity);
            return new Key(instance.getClass(), Entities.key(instance));
        }

        @Override
        public String toString() {
            return type.getSimpleName() + " " + key;
        }
    }

    record Saved(Truth truth, Map<Key, Object> managed, Map<Key, Set<String>> loaded) {}
}
