package dev.dovetail.repository.internal.work;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.repository.EntityStateException;
import dev.dovetail.repository.NoResultException;
import dev.dovetail.repository.RepositoryError;
import dev.dovetail.repository.StaleEntityException;
import dev.dovetail.repository.internal.mapping.AttributeMapping;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Association;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Basic;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Elements;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Embedded;
import dev.dovetail.repository.internal.mapping.AttributeMapping.InverseToOne;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Plural;
import dev.dovetail.repository.internal.mapping.AttributeMapping.ToMany;
import dev.dovetail.repository.internal.mapping.AttributeMapping.ToOne;
import dev.dovetail.repository.internal.mapping.EntityMapping;
import jakarta.persistence.CascadeType;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies the state of detached entities into managed ones. One is used for one operation. */
final class Merger {

    private final References references;
    private final PersistenceContext context;
    private final Loader loader;
    private final Cascades cascades;
    private final Persister persister;
    private final Versions versions;
    private final WrittenCollections written;
    private final CollectionWriter collections;
    private final String caller;
    private final Map<Object, Object> merged = new IdentityHashMap<>();
    private final Map<Object, Object> given = new IdentityHashMap<>();

    Merger(
            References references,
            PersistenceContext context,
            Loader loader,
            Cascades cascades,
            Persister persister,
            Versions versions,
            WrittenCollections written,
            CollectionWriter collections,
            String caller) {
        this.references = references;
        this.context = context;
        this.loader = loader;
        this.cascades = cascades;
        this.persister = persister;
        this.versions = versions;
        this.written = written;
        this.collections = collections;
        this.caller = caller;
    }

    /** Copies a detached entity into the managed one with its id, which is returned. */
    Object merge(Object detached, ManagedEntity managed) {
        requireOne(managed.mapping(), detached, managed.instance());
        EntityMapping mapping = references.mapping(detached);
        if (mapping != managed.mapping()) {
            // Hibernate looks for one of its class, and takes what is none for new.
            throw mapping.type().isInstance(managed.instance())
                    ? EntityStateException.otherClass(mapping.name(), managed.idValue(), null)
                    : Duplicates.exists(mapping, managed.idValue());
        }
        versions.check(detached, managed);
        merged.put(detached, managed.instance());
        copy(detached, managed, false);
        copy(detached, managed, true);
        return managed.instance();
    }

    /** MERGE goes on from what is managed already, and what it refers to becomes managed; nothing else changes. */
    void mergeManaged(ManagedEntity managed) {
        merged.put(managed.instance(), managed.instance());
        mergeReferences(managed, false);
        mergeReferences(managed, true);
    }

    private void mergeReferences(ManagedEntity managed, boolean after) {
        EntityMapping mapping = managed.mapping();
        for (AttributeMapping attribute : mapping.attributes()) {
            @Nullable Object value = attribute.accessor().get(managed.instance());
            if (comesAfter(attribute) != after || mapping.id().contains(attribute) || value == null) {
                continue;
            }
            if (attribute instanceof ToMany many) {
                mergeElements(many, value, managed);
            } else {
                Object merged = mergedValue(attribute, value, managed);
                if (merged != value) {
                    attribute.accessor().set(managed.instance(), merged);
                }
            }
        }
    }

    /** What a managed entity refers to stays, unless it was merged. */
    private Object mergedValue(AttributeMapping attribute, Object value, ManagedEntity owner) {
        if (attribute instanceof Association association) {
            return association.cascades(CascadeType.MERGE)
                    ? target(association, value, owner)
                    : merged.getOrDefault(value, value);
        }
        if (!(attribute instanceof Embedded embedded)) {
            return value;
        }
        boolean changed = false;
        List<@Nullable Object> parts = new ArrayList<>();
        for (AttributeMapping part : embedded.parts()) {
            @Nullable Object before = part.accessor().get(value);
            @Nullable Object after = before == null ? null : mergedValue(part, before, owner);
            changed |= after != before;
            parts.add(after);
        }
        return changed ? embedded.value().make(parts) : value;
    }

    private void mergeElements(ToMany many, Object collection, ManagedEntity owner) {
        if (Contents.isUnloaded(collection)) {
            return;
        }
        boolean changed = false;
        List<@Nullable Object> contents = new ArrayList<>();
        for (Object each : Contents.copyOf(collection)) {
            @Nullable Object before = each == null ? null : Contents.element(each);
            @Nullable Object element = element(many, before, owner);
            changed |= element != before;
            contents.add(
                    each instanceof Map.Entry<?, ?> entry
                            ? new SimpleImmutableEntry<>(entry.getKey(), element)
                            : element);
        }
        if (changed) {
            Contents.fill(collection, contents);
        }
    }

    /** Refuses two instances of one entity: nobody knows which of them counts. */
    private void requireOne(EntityMapping mapping, Object instance, Object managed) {
        Object other = given.put(managed, instance);
        if (other != null && other != instance) {
            Object id = references.id(instance);
            throw EntityStateException.mergedTwice(
                    mapping.name(), id == null ? null : mapping.id().id(id), null);
        }
    }

    /**
     * The managed entity for one that is merged; null if it is new or its row is gone. If it has to be loaded, what MERGE
     * cascades to is loaded with it.
     */
    @Nullable
    ManagedEntity existing(Object entity) {
        EntityMapping mapping = references.mapping(entity);
        Object id = references.id(entity);
        if (id == null) {
            return null;
        }
        boolean isLoaded = context.find(new EntityKey(mapping, id)) != null;
        ManagedEntity managed = loader.find(mapping, id, caller);
        if (managed != null && !isLoaded) {
            cascades.load(managed, CascadeType.MERGE);
        }
        return managed;
    }

    /** Makes a new entity with the state of one that is not in the database. */
    Object mergeNew(EntityMapping mapping, Object entity) {
        return insertCopy(mapping, entity);
    }

    /** What refers to the owner, so that this is to have its row before. */
    private static boolean comesAfter(AttributeMapping attribute) {
        return attribute instanceof Plural || attribute instanceof InverseToOne;
    }

    private void copy(Object from, ManagedEntity to, boolean after) {
        EntityMapping mapping = to.mapping();
        for (AttributeMapping attribute : mapping.attributes()) {
            if (comesAfter(attribute) == after && !mapping.id().contains(attribute) && attribute != mapping.version()) {
                copy(attribute, from, to);
            }
        }
    }

    private void copy(AttributeMapping attribute, Object from, ManagedEntity to) {
        Object value = attribute.accessor().get(from);
        if (attribute instanceof Plural plural) {
            copyCollection(plural, value, to);
        } else if (attribute instanceof Association association) {
            attribute.accessor().set(to.instance(), value == null ? null : target(association, value, to));
        } else {
            attribute.accessor().set(to.instance(), value(attribute, value, to));
        }
    }

    private @Nullable Object value(AttributeMapping attribute, @Nullable Object value, ManagedEntity to) {
        if (value != null && attribute instanceof Association association) {
            return target(association, value, to);
        }
        if (value == null || !(attribute instanceof Embedded embedded)) {
            return AttributeValues.copy(attribute, value);
        }
        List<@Nullable Object> parts = new ArrayList<>();
        for (AttributeMapping part : embedded.parts()) {
            parts.add(value(part, part.accessor().get(value), to));
        }
        return embedded.value().make(parts);
    }

    private void copyCollection(Plural plural, @Nullable Object value, ManagedEntity to) {
        if (Contents.isUnloaded(value)) {
            return;
        }
        List<@Nullable Object> contents = new ArrayList<>();
        for (Object each : Contents.copyOf(value)) {
            contents.add(
                    each instanceof Map.Entry<?, ?> entry && plural.shape().isMap()
                            ? new SimpleImmutableEntry<>(entry.getKey(), element(plural, entry.getValue(), to))
                            : element(plural, each, to));
        }
        if (to.row() != null) {
            if (isWrittenUnloaded(plural, plural.accessor().get(to.instance()), contents.isEmpty())) {
                return;
            }
            loader.collection(to, plural);
        }
        Object current = plural.accessor().get(to.instance());
        if (current == null) {
            plural.accessor().set(to.instance(), plural.shape().of(contents));
            return;
        }
        List<@Nullable Object> before = value == null || to.row() == null ? null : written.of(value);
        if (before != null && !plural.shape().isMap()) {
            Contents.fill(current, managed(plural, before));
            collections.known(to, plural);
        }
        Contents.fill(current, contents);
    }

    /** What a detached collection held once, as far as it is managed now. */
    private List<@Nullable Object> managed(Plural plural, List<@Nullable Object> before) {
        if (!(plural instanceof ToMany)) {
            return before;
        }
        List<@Nullable Object> managed = new ArrayList<>();
        for (Object each : before) {
            Object element = each == null ? null : Contents.element(each);
            Object id = element == null ? null : references.id(element);
            ManagedEntity known =
                    element == null || id == null ? null : context.find(new EntityKey(references.mapping(element), id));
            if (known != null) {
                managed.add(
                        each instanceof Map.Entry<?, ?> entry
                                ? new SimpleImmutableEntry<>(entry.getKey(), known.instance())
                                : known.instance());
            }
        }
        return managed;
    }

    /** What the other side owns can be emptied, and a list filled, without being loaded; nothing is written of it. */
    private static boolean isWrittenUnloaded(Plural plural, @Nullable Object current, boolean empty) {
        return Contents.isUnloaded(current)
                && plural.inverse()
                && plural instanceof ToMany many
                && !many.removesOrphans()
                && (empty || !many.shape().isSet() && !many.shape().isMap());
    }

    private @Nullable Object element(Plural plural, @Nullable Object element, ManagedEntity to) {
        if (element == null) {
            return null;
        }
        return plural instanceof ToMany many
                ? target(many, Contents.resolved(element), to)
                : AttributeValues.copy(((Elements) plural).element(), element);
    }

    /** What the managed owner refers to where the detached one refers to a value. */
    private Object target(Association association, Object value, ManagedEntity owner) {
        Object known = merged.get(value);
        Object entity = PersistenceContext.unwrap(value);
        boolean cascades = association.cascades(CascadeType.MERGE) && entity != null;
        if (entity != null && cascades && context.find(entity) != null) {
            requireOne(references.mapping(entity), entity, entity);
        }
        if (known != null && !(cascades && context.isUnmerged(known))) {
            return known;
        }
        ManagedEntity already = context.find(value);
        if (already != null) {
            if (cascades) {
                mergeManaged(already);
            }
            return value;
        }
        if (!cascades && references.isSurelyNew(value)) {
            return unmerged(value);
        }
        Object id = references.id(value);
        EntityMapping mapping = references.mapping(value);
        if (!cascades && id != null && association instanceof ToOne toOne) {
            return loader.reference(owner, toOne, id);
        }
        ManagedEntity managed = cascades ? existing(value) : id == null ? null : loader.find(mapping, id, caller);
        if (cascades
                && entity != null
                && managed == null
                && id != null
                && (mapping.id().generation().isGenerated() || References.hasVersion(mapping, entity))) {
            // It was there once, or it would have no id or no version.
            throw StaleEntityException.of(mapping.name(), id, mapping.versionOf(entity), null);
        }
        if (cascades && entity != null) {
            return managed == null ? insertCopy(mapping, entity) : merge(entity, managed);
        }
        if (managed == null && id != null && association instanceof ToMany) {
            throw new NoResultException(new Explanation(
                    RepositoryError.NO_RESULT,
                    mapping.name() + " with id " + id + " is not in the database (any more).",
                    "it was deleted, here or by another transaction, or never inserted, and is still in "
                            + owner.mapping().name() + "." + association.name(),
                    "take it out of the collection, or insert it first"));
        }
        // What is new or gone is found out when the reference is written.
        return managed == null ? value : context.exposed(managed, association.target());
    }

    /** What stands for something new that is not merged: whoever writes it is told that it is not there. */
    private Object unmerged(Object value) {
        Object copy = references.mapping(value).instantiate();
        merged.put(value, copy);
        context.addUnmerged(copy);
        return copy;
    }

    private Object insertCopy(EntityMapping mapping, Object entity) {
        Object known = merged.get(entity);
        Object copy = known == null ? mapping.instantiate() : known;
        merged.put(entity, copy);
        requireOne(mapping, entity, copy);
        context.merged(copy);
        // Only a place to copy to: persisting it gives it an id.
        ManagedEntity place = new ManagedEntity(mapping, copy, copy, null, null);
        if (!mapping.id().generation().isGenerated()) {
            copyId(mapping, entity, place);
        }
        Basic version = mapping.version();
        if (version != null) {
            version.accessor().set(copy, version.accessor().get(entity));
        }
        copy(entity, place, false);
        ManagedEntity already = context.find(copy);
        // What was merged with it may have needed its id.
        ManagedEntity persisted = already == null ? persister.persistAlone(copy) : already;
        persisted.mapping().attributes().forEach(attribute -> loader.adopt(persisted, attribute, place));
        // Those that it owns come after it.
        copy(entity, persisted, true);
        return copy;
    }

    /** A reference in an id is merged first, or else it must be there. */
    private void copyId(EntityMapping mapping, Object entity, ManagedEntity place) {
        mapping.id().copy(entity, place.instance());
        for (AttributeMapping attribute : mapping.id().attributes()) {
            Object target = attribute instanceof ToOne ? attribute.accessor().get(entity) : null;
            if (target != null && references.id(target) == null) {
                Object known = merged.get(target);
                attribute.accessor().set(place.instance(), known == null ? unmerged(target) : known);
            }
        }
    }
}
