package dev.dovetail.repository.internal.work;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.repository.EntityStateException;
import dev.dovetail.repository.RepositoryError;
import dev.dovetail.repository.StaleEntityException;
import dev.dovetail.repository.TransientReferenceException;
import dev.dovetail.repository.internal.mapping.AttributeMapping;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Basic;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Embedded;
import dev.dovetail.repository.internal.mapping.AttributeMapping.ToMany;
import dev.dovetail.repository.internal.mapping.AttributeMapping.ToOne;
import dev.dovetail.repository.internal.mapping.Callback;
import dev.dovetail.repository.internal.mapping.EntityMapping;
import dev.dovetail.repository.internal.mapping.Mappings;
import dev.dovetail.repository.internal.mapping.VersionValues;
import dev.dovetail.repository.internal.store.Row;
import dev.dovetail.repository.internal.store.StoreTransaction;
import jakarta.data.exceptions.DataException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes what is pending, in the order of Hibernate: insertions, updates, links, deletions. */
final class Flush {

    private final Mappings mappings;
    private final StoreTransaction transaction;
    private final PersistenceContext context;
    private final Loader loader;
    private final Persister persister;
    private final Remover remover;
    private final CollectionWriter collections;
    private final ElementRows elementRows;
    private final RowBuilder rows;
    private final QueuedReferences queued;
    private final WrittenEntities written;
    private final ActionEffects actions;
    private final DeletedReferences deletedReferences;

    Flush(
            Mappings mappings,
            StoreTransaction transaction,
            PersistenceContext context,
            Loader loader,
            Persister persister,
            Remover remover,
            CollectionWriter collections,
            ElementRows elementRows,
            RowBuilder rows,
            QueuedReferences queued,
            WrittenEntities written,
            DeletedReferences deletedReferences) {
        this.deletedReferences = deletedReferences;
        this.mappings = mappings;
        this.transaction = transaction;
        this.context = context;
        this.loader = loader;
        this.persister = persister;
        this.remover = remover;
        this.collections = collections;
        this.elementRows = elementRows;
        this.rows = rows;
        this.queued = queued;
        this.written = written;
        this.actions = new ActionEffects(mappings, context, loader);
    }

    void run() {
        if (context.isEmpty()) {
            return;
        }
        List<ManagedEntity> before = context.all();
        writing(() -> {
            before.stream().filter(entity -> !entity.isRemoved()).forEach(entity -> {
                persister.cascade(entity);
                removeOrphans(entity);
            });
            return true;
        });
        Set<ManagedEntity> inserted = new LinkedHashSet<>(persister.takeInsertions());
        Map<ManagedEntity, Consumer<@Nullable Object[]>> additions =
                inserted.isEmpty() ? Map.of() : elementRows.ofNew(context.all(), inserted);
        Map<ManagedEntity, Set<String>> later = queued.takeLater(inserted);
        insert(List.copyOf(inserted), additions, later);
        Set<ManagedEntity> changed = new LinkedHashSet<>(inserted);
        List<ManagedEntity> updated = new ArrayList<>();
        for (ManagedEntity entity : inserted) {
            // What refers to itself, or in a circle, has its reference only now.
            boolean isIncomplete = persister.isIdentity(entity.mapping())
                    || !later.getOrDefault(entity, Set.of()).isEmpty();
            if (isIncomplete && update(entity, false, false)) {
                updated.add(entity);
            }
        }
        for (ManagedEntity entity : before) {
            if (!entity.isRemoved() && !inserted.contains(entity)) {
                boolean ofCollections = collections.areChanged(entity);
                if (update(entity, ofCollections, collections.isReplaced(entity))) {
                    updated.add(entity);
                }
                if (ofCollections) {
                    changed.add(entity);
                }
            }
        }
        List<ManagedEntity> deleted = remover.takeDeletions();
        if (!deleted.isEmpty()) {
            transaction.requireWritable("Deleting a " + deleted.get(0).mapping().name());
        }
        writeCollections(before, changed, deleted);
        if (changed.isEmpty() && updated.isEmpty() && deleted.isEmpty()) {
            return;
        }
        // What was changed before does not refer to what is deleted only now.
        transaction.checkReferences();
        deletedReferences.takeOut(deleted);
        deleted.forEach(this::delete);
        actions.show(transaction.takeActions());
        context.all().forEach(collections::remember);
        inserted.stream()
                .filter(entity -> !persister.isIdentity(entity.mapping()))
                .forEach(entity -> entity.mapping().call(Callback.POST_PERSIST, entity.instance()));
        updated.forEach(entity -> entity.mapping().call(Callback.POST_UPDATE, entity.instance()));
        deleted.forEach(entity -> entity.mapping().call(Callback.POST_REMOVE, entity.instance()));
    }

    /**
     * Does what comes before the rows are written. Where something is refused in the middle of it, an engine that gives ids
     * with rows has those of what came before: what it refuses of them is said first.
     */
    <T> T writing(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataException refused) {
            List<ManagedEntity> inserted = persister.takeInsertions();
            inserted.forEach(persister::stamp);
            try {
                insertEarly(inserted, Map.of(), queued.takeLater(inserted));
            } catch (TransientReferenceException notYet) {
                refused.addSuppressed(notYet);
            }
            // Not all that is refused takes the transaction with it.
            persister.putBack(inserted);
            throw refused;
        } finally {
            persister.takeBackRefused();
        }
    }

    /** Removals first: what one owner lets go of, another may take. */
    private void writeCollections(
            List<ManagedEntity> managed, Set<ManagedEntity> changed, List<ManagedEntity> deleted) {
        deleted.forEach(collections::delete);
        changed.forEach(collections::writeRemovals);
        changed.forEach(collections::writeAdditions);
        for (ManagedEntity entity : managed) {
            if (!entity.isRemoved() && !changed.contains(entity)) {
                collections.writePlaces(entity);
            }
        }
    }

    private void insert(
            List<ManagedEntity> inserted,
            Map<ManagedEntity, Consumer<@Nullable Object[]>> additions,
            Map<ManagedEntity, Set<String>> later) {
        for (ManagedEntity entity : inserted) {
            transaction.requireWritable("Inserting a " + entity.mapping().name());
            persister.stamp(entity);
        }
        int early = insertEarly(inserted, additions, later);
        List<ManagedEntity> late = inserted.subList(early, inserted.size());
        late.forEach(rows::values);
        late.forEach(entity -> insert(entity, values(entity, later), additions.get(entity)));
        if (!inserted.isEmpty()) {
            transaction.checkReferences();
        }
    }

    /**
     * Rows whose ids come with them are written as soon as they are known, and what is before them; references to what is
     * not saved are looked at when that is done. Returns how many are written.
     */
    private int insertEarly(
            List<ManagedEntity> inserted,
            Map<ManagedEntity, Consumer<@Nullable Object[]>> additions,
            Map<ManagedEntity, Set<String>> later) {
        int early = 0;
        for (int i = 0; i < inserted.size(); i++) {
            early = persister.isIdentity(inserted.get(i).mapping()) ? i + 1 : early;
        }
        TransientReferenceException refused = null;
        for (ManagedEntity entity : inserted.subList(0, early)) {
            if (refused != null && pointsToPending(entity)) {
                // What it belongs to has no row.
                continue;
            }
            try {
                boolean identity = persister.isIdentity(entity.mapping());
                @Nullable
                Object[] values = identity ? rows.valuesBefore(entity, this::isPending) : values(entity, later);
                insert(entity, values, additions.get(entity));
                if (identity) {
                    entity.mapping().call(Callback.POST_PERSIST, entity.instance());
                }
            } catch (TransientReferenceException unsaved) {
                refused = refused == null ? unsaved : refused;
                insertAsFarAsKnown(entity, additions.get(entity));
            }
        }
        if (refused != null) {
            throw refused;
        }
        return early;
    }

    private @Nullable Object[] values(ManagedEntity entity, Map<ManagedEntity, Set<String>> later) {
        return rows.valuesWithout(entity, later.getOrDefault(entity, Set.of()));
    }

    private void insertAsFarAsKnown(ManagedEntity entity, @Nullable Consumer<@Nullable Object[]> additions) {
        @Nullable Object[] values;
        try {
            values = rows.valuesWithoutUnsaved(entity, this::isPending);
        } catch (TransientReferenceException required) {
            return;
        }
        insert(entity, values, additions);
    }

    private void insert(
            ManagedEntity entity, @Nullable Object[] values, @Nullable Consumer<@Nullable Object[]> additions) {
        if (additions != null) {
            additions.accept(values);
        }
        Row known = new Row(entity.id(), values);
        Row row = transaction.kept(entity.mapping().table(), known);
        transaction.insert(entity.mapping().table(), row);
        if (additions == null && !pointsToPending(entity)) {
            transaction.checkReferences();
        }
        entity.written(row, known);
    }

    /** Whether it refers to an entity whose row comes after its own. */
    private boolean pointsToPending(ManagedEntity entity) {
        return pointsToPending(entity.mapping().attributes(), entity.instance());
    }

    private boolean pointsToPending(List<AttributeMapping> attributes, @Nullable Object owner) {
        for (AttributeMapping attribute : attributes) {
            if (owner != null && attribute instanceof Embedded embedded) {
                if (pointsToPending(embedded.parts(), embedded.accessor().get(owner))) {
                    return true;
                }
            } else if (owner != null && attribute instanceof ToOne toOne) {
                Object target = toOne.accessor().get(owner);
                if (target != null && isPending(target)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isPending(Object target) {
        ManagedEntity managed = context.find(target);
        return managed != null && managed.row() == null;
    }

    /**
     * Writes the row if it has changed, or if a changed collection counts as a change of a version. Another collection in the
     * place of one is a change that callbacks hear of, whoever owns it.
     */
    private boolean update(ManagedEntity entity, boolean ofCollections, boolean isReplaced) {
        EntityMapping mapping = entity.mapping();
        Row old = Objects.requireNonNull(entity.row(), "row");
        Basic version = mapping.version();
        boolean isChanged = !rows.draft(entity).hasSameValues(Objects.requireNonNull(entity.known(), "known"));
        boolean isVersion = version != null && (isChanged || ofCollections);
        if (isChanged || ofCollections || isReplaced) {
            transaction.requireWritable("Changing " + mapping.name() + " " + entity.idValue());
        }
        if (!isChanged && !isVersion && !isReplaced) {
            return false;
        }
        mapping.call(Callback.PRE_UPDATE, entity.instance());
        mapping.timestamps().updated(entity.instance(), transaction.sources().clock());
        if (version != null && isVersion) {
            // What the application wrote into the version does not count.
            Object current = Objects.requireNonNull(version.toAttribute(old.value(version.slot())), "version");
            written.changing(version, entity.instance(), current);
            version.accessor()
                    .set(
                            entity.instance(),
                            VersionValues.next(
                                    version.accessor().type(),
                                    current,
                                    transaction.sources().clock()));
        }
        Row known = rows.row(entity);
        if (!isVersion && known.hasSameValues(Objects.requireNonNull(entity.known(), "known"))) {
            return true;
        }
        Row row = transaction.kept(mapping.table(), known);
        if (!transaction.update(mapping.table(), old, row)) {
            throw stale(entity, old);
        }
        entity.written(row, known);
        return true;
    }

    private void delete(ManagedEntity entity) {
        Row old = Objects.requireNonNull(entity.row(), "row");
        if (!transaction.delete(entity.mapping().table(), old)) {
            throw stale(entity, old);
        }
        transaction.checkReferences();
        context.removed(entity);
    }

    private static StaleEntityException stale(ManagedEntity entity, Row old) {
        Basic version = entity.mapping().version();
        return StaleEntityException.of(
                entity.mapping().name(), entity.idValue(), version == null ? null : old.value(version.slot()), null);
    }

    private void removeOrphans(ManagedEntity owner) {
        for (AttributeMapping attribute : owner.mapping().attributes()) {
            if (attribute instanceof ToMany many && many.removesOrphans()) {
                removeOrphans(owner, many);
            } else if (attribute instanceof ToOne toOne && toOne.removesOrphans() && owner.row() != null) {
                removeOrphan(owner, toOne, owner.row());
            }
        }
    }

    private void removeOrphans(ManagedEntity owner, ToMany many) {
        Object current = many.accessor().get(owner.instance());
        List<Object> written = owner.elements(many);
        if (written == null) {
            if (owner.row() != null && !(current instanceof GuardedCollection)) {
                throw replaced(owner, many);
            }
            return;
        }
        if (owner.holder(many) != null && owner.holder(many) != current) {
            throw replaced(owner, many);
        }
        Set<Object> now = Collections.newSetFromMap(new IdentityHashMap<>());
        now.addAll(Contents.elements(current));
        for (Object element : written) {
            ManagedEntity managed = context.find(element);
            if (managed != null && !now.contains(element)) {
                remover.remove(managed);
            }
        }
    }

    private void removeOrphan(ManagedEntity owner, ToOne toOne, Row written) {
        Object oldId = toOne.columns().of(written);
        Object current = toOne.accessor().get(owner.instance());
        // A detached one with the same id is the same.
        if (oldId == null || current != null && oldId.equals(rows.keyOf(current))) {
            return;
        }
        ManagedEntity old =
                loader.find(mappings.get(toOne.target()), oldId, owner.mapping().name());
        if (old != null) {
            remover.remove(old);
        }
    }

    private static EntityStateException replaced(ManagedEntity owner, ToMany many) {
        String attribute = owner.mapping().name() + "." + many.name();
        return new EntityStateException(
                new Explanation(
                        RepositoryError.BAD_ENTITY_STATE,
                        attribute + " removes orphans, and the collection was replaced by another one.",
                        "a setter put a new collection into a managed entity, so nobody knows what was taken out",
                        "load it with @Load(\"" + many.name()
                                + "\"), and change the collection that is there with clear()" + " and addAll(…)"),
                null);
    }
}
