package dev.dovetail.repository.internal.work;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.repository.EntityStateException;
import dev.dovetail.repository.RepositoryError;
import dev.dovetail.repository.TransientReferenceException;
import dev.dovetail.repository.internal.mapping.AttributeMapping;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Association;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Basic;
import dev.dovetail.repository.internal.mapping.AttributeMapping.InverseToOne;
import dev.dovetail.repository.internal.mapping.AttributeMapping.ToMany;
import dev.dovetail.repository.internal.mapping.AttributeMapping.ToOne;
import dev.dovetail.repository.internal.mapping.Callback;
import dev.dovetail.repository.internal.mapping.EntityId;
import dev.dovetail.repository.internal.mapping.EntityMapping;
import dev.dovetail.repository.internal.mapping.VersionValues;
import dev.dovetail.repository.internal.store.KeyColumns;
import dev.dovetail.repository.internal.store.StoreTransaction;
import jakarta.persistence.CascadeType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes new entities managed, and with them those that their associations cascade to. */
final class Persister {

    private final StoreTransaction transaction;
    private final References references;
    private final PersistenceContext context;
    private final RowBuilder rows;
    private final List<ManagedEntity> insertions = new ArrayList<>();
    private final WrittenEntities written;
    private final QueuedReferences queued;
    private List<ManagedEntity> taken = List.of();
    private final List<Runnable> refused = new ArrayList<>();
    private final Set<Object> identifying = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Object> saving = Collections.newSetFromMap(new IdentityHashMap<>());

    Persister(
            StoreTransaction transaction,
            References references,
            PersistenceContext context,
            RowBuilder rows,
            QueuedReferences queued,
            WrittenEntities written) {
        this.transaction = transaction;
        this.references = references;
        this.context = context;
        this.rows = rows;
        this.written = written;
        this.queued = queued;
    }

    /** Makes a new entity managed; its row is written by the next flush. */
    ManagedEntity persist(Object entity) {
        return persist(entity, true);
    }

    /** The same, but for the cascades, which take place with the flush. */
    ManagedEntity persistAlone(Object entity) {
        return persist(entity, false);
    }

    /** What is refused has its id until {@link #takeBackRefused}. */
    private ManagedEntity persist(Object entity, boolean cascades) {
        EntityMapping mapping = references.mapping(entity);
        mapping.call(Callback.PRE_PERSIST, entity);
        written.release(mapping, entity);
        Runnable reset = mapping.id().reset(entity);
        try {
            return persist(mapping, entity, reset, cascades);
        } catch (Throwable failure) {
            refused.add(reset);
            throw failure;
        }
    }

    /** What was refused has no id any more that was made for it. */
    void takeBackRefused() {
        refused.forEach(Runnable::run);
        refused.clear();
    }

    private ManagedEntity persist(EntityMapping mapping, Object entity, Runnable resetId, boolean cascades) {
        Object id = during(identifying, entity, () -> assignId(mapping, entity, cascades));
        ManagedEntity other = context.find(new EntityKey(mapping, id));
        if (other != null && !other.isRemoved()) {
            throw Duplicates.exists(mapping, other.idValue());
        }
        written.inserting(mapping, entity, resetId);
        startVersion(mapping, entity);
        ManagedEntity managed = new ManagedEntity(mapping, id, entity, null, null);
        // Before the cascades: they may lead back to it.
        context.add(managed);
        if (!cascades) {
            insertions.add(managed);
            queued.add(managed);
            return managed;
        }
        during(saving, entity, () -> {
            cascade(managed, false);
            return managed;
        });
        // After those it points to, so that its row finds theirs.
        insertions.add(managed);
        queued.add(managed);
        cascade(managed, true);
        for (AttributeMapping attribute : mapping.id().attributes()) {
            Object owner = attribute instanceof ToOne ? attribute.accessor().get(entity) : null;
            if (owner != null && references.isUnsaved(owner)) {
                throw TransientReferenceException.of(
                        mapping.name(),
                        attribute.name(),
                        references.mapping(owner).type(),
                        null);
            }
        }
        return managed;
    }

    /** Sets the times that a new entity has by itself. */
    void stamp(ManagedEntity entity) {
        entity.mapping()
                .timestamps()
                .created(entity.instance(), transaction.sources().clock());
    }

    /** Persists what the associations of a managed entity lead to and is new. */
    void cascade(ManagedEntity owner) {
        cascade(owner, false);
        cascade(owner, true);
    }

    /** What the row refers to, or what refers to it. */
    private void cascade(ManagedEntity owner, boolean referring) {
        for (var attribute : owner.mapping().attributes()) {
            if (attribute instanceof Association association
                    && (association instanceof ToMany || association instanceof InverseToOne) == referring
                    && association.cascades(CascadeType.PERSIST)) {
                Object value = association.accessor().get(owner.instance());
                if (value instanceof GuardedCollection guarded && !guarded.isLoaded()) {
                    List.copyOf(guarded.additions()).forEach(added -> persistIfNew(owner, association, added));
                } else if (association instanceof ToMany) {
                    Contents.elements(value).forEach(element -> persistIfNew(owner, association, element));
                } else if (value != null) {
                    persistIfNew(owner, association, value);
                }
            }
        }
    }

    private void persistIfNew(ManagedEntity owner, Association association, Object target) {
        Object instance = PersistenceContext.unwrap(target);
        if (context.find(target) != null || (instance == null ? context.isOwn(target) : context.isDeleted(instance))) {
            return;
        }
        requireMerged(owner.mapping(), association.name(), target);
        EntityMapping mapping = references.mapping(target);
        if (identifying.contains(target) || takesIdFromUnsaved(mapping, target)) {
            return;
        }
        Object id = references.id(target);
        if (instance == null
                || id != null
                        && (mapping.id().generation().isGenerated() || References.hasVersion(mapping, instance))) {
            throw EntityStateException.detached(
                    owner.mapping().name() + "." + association.name() + " cascades PERSIST to", mapping.name(), id);
        }
        // One with an id of its own is taken for new: its table says if it is not.
        persist(instance);
    }

    private static <T> T during(Set<Object> marks, Object entity, Supplier<T> work) {
        boolean first = marks.add(entity);
        try {
            return work.get();
        } finally {
            if (first) {
                marks.remove(entity);
            }
        }
    }

    /** Whether its id comes from an entity that gets its own with its row: it is persisted with the flush, after that. */
    private boolean takesIdFromUnsaved(EntityMapping mapping, Object entity) {
        EntityId id = mapping.id();
        return Stream.concat(id.attributes().stream(), id.derived().stream()).anyMatch(part -> {
            Object target = part instanceof ToOne ? part.accessor().get(entity) : null;
            return target != null && saving.contains(target) && isIdentity(references.mapping(target));
        });
    }

    private void requireMerged(EntityMapping owner, String attribute, Object target) {
        if (context.isUnmerged(target)) {
            throw TransientReferenceException.of(
                    owner.name(), attribute, references.mapping(target).type(), null);
        }
    }

    /** Those without a row are to be inserted after all, before others. */
    void putBack(List<ManagedEntity> untouched) {
        insertions.addAll(
                0, untouched.stream().filter(entity -> entity.row() == null).toList());
    }

    /** The entities whose rows are to be inserted, in order; they are not given again. */
    List<ManagedEntity> takeInsertions() {
        taken = List.copyOf(insertions);
        insertions.clear();
        return taken;
    }

    /** After a flush that failed: an id that the database gives with the row is not there without it. */
    void takeBackIdentities() {
        taken.forEach(this::takeBackIdentity);
    }

    private void takeBackIdentity(ManagedEntity entity) {
        if (entity.row() == null && isIdentity(entity.mapping())) {
            entity.mapping().id().reset(entity.instance()).run();
        }
    }

    /** Whether the database gives the id with the row, as engines without sequences do with every number. */
    boolean isIdentity(EntityMapping mapping) {
        AttributeMapping id = mapping.id().single();
        GeneratedValue generated =
                id == null ? null : id.accessor().annotations().getAnnotation(GeneratedValue.class);
        return generated != null
                && (generated.strategy() == GenerationType.IDENTITY
                        || mapping.id().generation().isCounted()
                                && !transaction.rules().hasSequences());
    }

    void cancel(ManagedEntity entity) {
        insertions.remove(entity);
    }

    void clear() {
        insertions.clear();
        queued.clear();
    }

    boolean hasInsertions() {
        return !insertions.isEmpty();
    }

    private Object assignId(EntityMapping mapping, Object entity, boolean cascades) {
        EntityId id = mapping.id();
        if (id.generation().isGenerated()) {
            Object generated = id.generation()
                    .next(transaction::nextNumber, transaction.sources().uuids());
            id.set(entity, generated);
            return generated;
        }
        Stream.concat(id.attributes().stream(), id.derived().stream()).forEach(part -> {
            Object target = part instanceof ToOne ? part.accessor().get(entity) : null;
            if (target != null) {
                requireMerged(mapping, part.name(), target);
            }
        });
        if (!id.derived().isEmpty()) {
            derive(mapping, entity);
        }
        Object key = id.keyOf(
                entity, target -> cascades && references.isSurelyNew(target) ? persisted(target) : keyOf(target));
        if (key == null) {
            throw new EntityStateException(
                    new Explanation(
                            RepositoryError.BAD_ENTITY_STATE,
                            "A new " + mapping.name() + " has no id.",
                            "its id is not generated, and nobody has set it",
                            "set '" + id.name() + "' before, or annotate it with @GeneratedValue"),
                    null);
        }
        return key;
    }

    /** Takes the parts of the id that references give from these. */
    private void derive(EntityMapping mapping, Object entity) {
        EntityId id = mapping.id();
        List<@Nullable Object> parts = id.partsOf(entity, this::persisted);
        for (ToOne reference : id.derived()) {
            Object target = reference.accessor().get(entity);
            @Nullable Object key = target == null ? null : persisted(target);
            if (key != null) {
                List<?> keyParts = KeyColumns.parts(key);
                for (int i = 0; i < keyParts.size(); i++) {
                    parts.set(
                            id.columns()
                                    .slots()
                                    .indexOf(reference.columns().slots().get(i)),
                            keyParts.get(i));
                }
            }
        }
        if (!parts.contains(null)) {
            id.set(entity, parts.size() == 1 ? Objects.requireNonNull(parts.get(0)) : parts);
        }
    }

    /** The key of an entity that is part of an id: without it nothing can be written, so it becomes managed first. */
    private @Nullable Object persisted(Object target) {
        if (!(target instanceof LazyReference) && context.find(target) == null && references.isNew(target)) {
            persist(target);
        }
        requireNoCircle(target);
        return references.id(target);
    }

    /** What gets its id with its row cannot give it to what the row must refer to. */
    private void requireNoCircle(Object target) {
        EntityMapping mapping = references.mapping(target);
        ManagedEntity managed = context.find(target);
        if (managed == null || managed.row() != null || !isIdentity(mapping)) {
            return;
        }
        for (AttributeMapping attribute : mapping.attributes()) {
            Object required = attribute instanceof ToOne toOne && !toOne.optional()
                    ? toOne.accessor().get(managed.instance())
                    : null;
            if (required != null && identifying.contains(required)) {
                throw TransientReferenceException.of(
                        mapping.name(),
                        attribute.name(),
                        references.mapping(required).type(),
                        null);
            }
        }
    }

    /** The same where the reference itself is part of the id: what has an id is not inserted by that. */
    private @Nullable Object keyOf(Object target) {
        Object key = references.id(target);
        return key == null ? persisted(target) : key;
    }

    private void startVersion(EntityMapping mapping, Object entity) {
        Basic version = mapping.version();
        if (version != null) {
            version.accessor()
                    .set(
                            entity,
                            VersionValues.first(
                                    version.accessor().type(),
                                    version.accessor().get(entity),
                                    transaction.sources().clock()));
        }
    }
}
