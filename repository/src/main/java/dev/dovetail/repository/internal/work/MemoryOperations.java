package dev.dovetail.repository.internal.work;

import dev.dovetail.repository.EntityStateException;
import dev.dovetail.repository.StaleEntityException;
import dev.dovetail.repository.internal.mapping.EntityMapping;
import dev.dovetail.repository.internal.mapping.Mappings;
import dev.dovetail.repository.internal.store.Row;
import dev.dovetail.repository.internal.store.Values;
import dev.dovetail.repository.language.Evaluation;
import dev.dovetail.repository.spi.Assignment;
import dev.dovetail.repository.spi.AssociationLoad;
import dev.dovetail.repository.spi.EntityOperations;
import dev.dovetail.repository.spi.Expression;
import dev.dovetail.repository.spi.FindQuery;
import dev.dovetail.repository.spi.KeyedEntity;
import dev.dovetail.repository.spi.Restriction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The operations on one entity, in the unit of work of the current transaction. */
final class MemoryOperations<T> implements EntityOperations<T> {

    private final Mappings mappings;
    private final Supplier<UnitOfWork> current;
    private final EntityMapping entity;
    private final String caller;

    MemoryOperations(Mappings mappings, Supplier<UnitOfWork> current, EntityMapping entity, String caller) {
        this.mappings = mappings;
        this.current = current;
        this.entity = entity;
        this.caller = caller;
    }

    @Override
    public <S extends T> List<S> insert(List<S> entities) {
        UnitOfWork work = current.get();
        work.transaction().requireWritable("Inserting a " + entity.name());
        work.flushAdded();
        work.requireAllNew(entities);
        return write(work, entities, work::insert);
    }

    @Override
    public <S extends T> List<S> update(List<S> entities) {
        UnitOfWork work = current.get();
        work.transaction().requireWritable("Updating a " + entity.name());
        work.flushAdded();
        // Before one of them is written.
        entities.forEach(each -> work.require(each, caller));
        return write(work, entities, each -> work.update(each, caller));
    }

    @Override
    public <S extends T> List<S> save(List<S> entities) {
        UnitOfWork work = current.get();
        work.transaction().requireWritable("Saving a " + entity.name());
        work.flushAdded();
        // What is new is decided before one of them is written.
        Set<Object> existing = Collections.newSetFromMap(new IdentityHashMap<>());
        entities.stream().filter(each -> work.isThere(each, caller)).forEach(existing::add);
        return write(work, entities, each -> work.save(each, caller, existing.contains(each)));
    }

    @Override
    public long upsert(List<? extends T> entities, List<String> key) {
        return new RowUpsert(current.get(), entity, key).run(entities);
    }

    @Override
    public List<T> withSameKey(List<? extends T> entities, List<String> key) {
        UnitOfWork work = current.get();
        List<T> found = new ArrayList<>(entities.size());
        new RowUpsert(work, entity, key)
                .existing(entities, caller)
                .forEach(each -> found.add(typed(work.exposed(each, entity.type()))));
        return found;
    }

    @Override
    public void delete(List<? extends T> entities) {
        UnitOfWork work = current.get();
        work.transaction().requireWritable("Deleting a " + entity.name());
        work.flushAdded();
        // One that is given twice is deleted once.
        List<ManagedEntity> found =
                entities.stream().map(each -> work.require(each, caller)).toList();
        work.write(() -> {
            work.delete(found);
            return true;
        });
    }

    @Override
    public void add(List<? extends T> entities) {
        UnitOfWork work = current.get();
        entities.forEach(work::add);
    }

    @Override
    public void remove(List<? extends T> entities) {
        UnitOfWork work = current.get();
        for (T each : entities) {
            if (!work.forget(each)) {
                work.delete(managed(work, each, "remove"));
            }
        }
    }

    @Override
    public <S extends T> List<S> merge(List<S> entities) {
        UnitOfWork work = current.get();
        work.flushAdded();
        return write(work, entities, each -> work.merge(each, caller));
    }

    @Override
    public void refresh(List<? extends T> entities) {
        UnitOfWork work = current.get();
        for (T each : entities) {
            work.requireNotAdded(each);
            work.refresh(managed(work, each, "refresh"));
        }
    }

    @Override
    public void detach(List<? extends T> entities) {
        UnitOfWork work = current.get();
        entities.forEach(work::detach);
    }

    private ManagedEntity managed(UnitOfWork work, Object instance, String operation) {
        ManagedEntity managed = work.managed(instance);
        if (managed == null || managed.isRemoved()) {
            throw EntityStateException.notManaged(entity.name(), operation);
        }
        return managed;
    }

    @Override
    public long deleteWhere(List<Restriction> restrictions) {
        UnitOfWork work = current.get();
        work.transaction().requireWritable("Deleting a " + entity.name());
        List<ManagedEntity> found = load(work, new FindQuery(restrictions, List.of(), null, List.of()));
        work.delete(found);
        work.flush();
        return found.size();
    }

    @Override
    public @Nullable T find(Object id, List<AssociationLoad> load) {
        UnitOfWork work = current.get();
        Object key = entity.id().key(id);
        work.flushIfAdded(entity, key);
        ManagedEntity found = work.loader().find(entity, key, caller);
        if (found == null) {
            return null;
        }
        if (!load.isEmpty()) {
            new AssociationLoads(work, caller).load(List.of(found), load);
        }
        return typed(work.exposed(found, entity.type()));
    }

    @Override
    public List<T> find(FindQuery query) {
        UnitOfWork work = current.get();
        List<ManagedEntity> found = load(work, query);
        new AssociationLoads(work, caller).load(found, query.load());
        List<T> entities = new ArrayList<>(found.size());
        found.forEach(each -> entities.add(typed(work.exposed(each, entity.type()))));
        return entities;
    }

    @Override
    public List<KeyedEntity<T>> findKeyed(FindQuery query) {
        UnitOfWork work = current.get();
        List<List<@Nullable Object>> keys = new ArrayList<>();
        List<Row> rows = rows(work, query);
        work.transaction().statement(() -> {
            RowOrder order = new RowOrder(mappings, work.transaction(), entity, query.order());
            rows.forEach(row -> keys.add(order.values(row)));
            return rows;
        });
        List<ManagedEntity> found = managed(work, rows, query);
        new AssociationLoads(work, caller).load(found, query.load());
        List<KeyedEntity<T>> entities = new ArrayList<>(found.size());
        for (int i = 0; i < found.size(); i++) {
            entities.add(new KeyedEntity<>(typed(work.exposed(found.get(i), entity.type())), keys.get(i)));
        }
        return entities;
    }

    @Override
    public List<@Nullable Object[]> select(List<Expression> selected, FindQuery query) {
        UnitOfWork work = current.get();
        Evaluation<Row> evaluation = RowValues.evaluation(mappings, work, entity, List.of());
        return work.transaction().statement(() -> {
            List<Function<Row, @Nullable Object>> columns = new ArrayList<>(selected.size());
            selected.forEach(expression -> columns.add(evaluation.value(expression)));
            List<@Nullable Object[]> values = new ArrayList<>();
            for (Row row : new RowQuery(mappings, work, entity).rows(query)) {
                values.add(columns.stream()
                        .map(column -> Values.copy(column.apply(row)))
                        .toArray());
            }
            return values;
        });
    }

    @Override
    public long updateWhere(
            List<Assignment> assignments, List<@Nullable Object> arguments, List<Restriction> restrictions) {
        return new RowUpdate(mappings, current.get(), entity).run(assignments, arguments, restrictions);
    }

    @Override
    public long count(List<Restriction> restrictions) {
        UnitOfWork work = current.get();
        return work.transaction()
                .statement(() -> new RowQuery(mappings, work, entity)
                        .matching(restrictions)
                        .size());
    }

    @Override
    public boolean exists(List<Restriction> restrictions) {
        return count(restrictions) > 0;
    }

    private <S extends T> List<S> write(UnitOfWork work, List<S> entities, UnaryOperator<Object> operation) {
        List<S> written = new ArrayList<>(entities.size());
        return work.write(() -> {
            entities.forEach(each -> written.add(typed(operation.apply(each))));
            return written;
        });
    }

    private List<ManagedEntity> load(UnitOfWork work, FindQuery query) {
        return managed(work, rows(work, query), query);
    }

    /** The rows that match, locked if that is asked for. What others changed meanwhile is looked for anew. */
    private List<Row> rows(UnitOfWork work, FindQuery query) {
        while (true) {
            RowQuery rows = new RowQuery(mappings, work, entity);
            List<Row> found = work.transaction().statement(() -> rows.rows(query));
            Row taken = rows.taken();
            if (taken == null) {
                return found;
            }
            work.transaction().awaitLock(entity.table(), taken.id());
        }
    }

    private List<ManagedEntity> managed(UnitOfWork work, List<Row> rows, FindQuery query) {
        List<ManagedEntity> found = new ArrayList<>(rows.size());
        for (Row row : rows) {
            ManagedEntity managed = work.loader().load(entity, row, caller);
            if (query.lock() != null && managed.row() != row) {
                // What was read before is not what is locked.
                throw StaleEntityException.of(
                        entity.name(), managed.idValue(), entity.versionOf(managed.instance()), null);
            }
            found.add(managed);
        }
        return found;
    }

    @SuppressWarnings("unchecked") // what is kept for an entity is of its class
    private static <S> S typed(Object managed) {
        return (S) managed;
    }
}
