package dev.dovetail.repository.internal.work;

import dev.dovetail.repository.EntityStateException;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Basic;
import dev.dovetail.repository.internal.mapping.EntityMapping;
import dev.dovetail.repository.internal.mapping.Timestamps;
import dev.dovetail.repository.internal.mapping.VersionValues;
import dev.dovetail.repository.internal.store.KeyColumns;
import dev.dovetail.repository.internal.store.Row;
import dev.dovetail.repository.internal.store.StoreTransaction;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Inserts rows, or updates those with the same key, as one statement does. */
final class RowUpsert {

    private final UnitOfWork work;
    private final StoreTransaction transaction;
    private final EntityMapping entity;
    private final Keys keys;
    private final List<String> names;
    private final KeyColumns key;

    RowUpsert(UnitOfWork work, EntityMapping entity, List<String> names) {
        this.work = work;
        this.transaction = work.transaction();
        this.entity = entity;
        this.keys = new Keys(entity);
        this.names = names;
        this.key = keys.columns(names);
    }

    /** Writes the rows, and returns how many they are. What is managed shows it afterwards. */
    long run(List<?> entities) {
        transaction.requireWritable("Upserting a " + entity.name());
        work.flush();
        return transaction.statement(() -> {
            Map<Object, @Nullable Object[]> given = new LinkedHashMap<>();
            entities.forEach(each -> {
                @Nullable Object[] values = values(each);
                given.put(Objects.requireNonNull(key.of(values), "key"), values);
            });
            List<Row> written = new ArrayList<>();
            given.values().forEach(values -> written.add(write(values)));
            transaction.checkReferences();
            written.forEach(row -> work.loader().refresh(entity, row));
            return (long) given.size();
        });
    }

    /** The managed entities that have the same keys. */
    List<ManagedEntity> existing(List<?> entities, String caller) {
        List<ManagedEntity> existing = new ArrayList<>();
        for (Object each : entities) {
            Row row = Objects.requireNonNull(find(values(each)), "row");
            existing.add(work.loader().load(entity, row, caller));
        }
        return existing;
    }

    private @Nullable Object[] values(Object given) {
        @Nullable Object[] values = work.rows().values(entity, given);
        @Nullable String missing = keys.missing(names, values);
        if (missing != null) {
            throw EntityStateException.withoutKey(entity.name(), missing);
        }
        return transaction.kept(entity.table(), new Row("", values)).copyOfValues();
    }

    private @Nullable Row find(@Nullable Object[] values) {
        return transaction.withSameKey(entity.table(), key, entity.id().columns(), values);
    }

    private Row write(@Nullable Object[] values) {
        Row existing = find(values);
        return existing == null ? insert(values) : update(existing, values);
    }

    private Row insert(@Nullable Object[] values) {
        KeyColumns id = entity.id().columns();
        if (entity.id().generation().isGenerated()) {
            id.put(
                    values,
                    entity.id()
                            .generation()
                            .next(transaction::nextNumber, transaction.sources().uuids()));
        }
        put(entity.timestamps().ofCreation(), values);
        put(entity.timestamps().ofUpdate(), values);
        Basic version = entity.version();
        if (version != null) {
            values[version.slot()] = VersionValues.first(version.accessor().type(), null, clock());
        }
        Object newId = id.of(values);
        if (newId == null) {
            throw EntityStateException.withoutKey(entity.name(), entity.id().name());
        }
        Row row = transaction.kept(entity.table(), new Row(newId, values));
        transaction.insert(entity.table(), row);
        return row;
    }

    private Row update(Row existing, @Nullable Object[] given) {
        @Nullable Object[] values = existing.copyOfValues();
        Set<Integer> kept = new HashSet<>(entity.id().columns().slots());
        kept.addAll(key.slots());
        kept.addAll(entity.hierarchy().hidden());
        entity.timestamps().ofCreation().forEach(each -> kept.add(each.slot()));
        for (int slot = 0; slot < values.length; slot++) {
            if (!kept.contains(slot)) {
                values[slot] = given[slot];
            }
        }
        put(entity.timestamps().ofUpdate(), values);
        Basic version = entity.version();
        if (version != null) {
            Object current = Objects.requireNonNull(existing.value(version.slot()), "version");
            values[version.slot()] = VersionValues.next(version.accessor().type(), current, clock());
        }
        Row row = transaction.kept(entity.table(), new Row(existing.id(), values));
        transaction.update(entity.table(), existing, row);
        return row;
    }

    private void put(List<Basic> times, @Nullable Object[] values) {
        times.forEach(time -> values[time.slot()] = time.toColumn(Timestamps.now(time, clock())));
    }

    private Clock clock() {
        return transaction.sources().clock();
    }
}
