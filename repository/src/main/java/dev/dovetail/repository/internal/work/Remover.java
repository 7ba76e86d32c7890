package dev.dovetail.repository.internal.work;

import dev.dovetail.repository.internal.mapping.AttributeMapping;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Association;
import dev.dovetail.repository.internal.mapping.AttributeMapping.ToMany;
import dev.dovetail.repository.internal.mapping.AttributeMapping.ToOne;
import dev.dovetail.repository.internal.mapping.Callback;
import dev.dovetail.repository.internal.store.Row;
import jakarta.persistence.CascadeType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Marks managed entities as removed, and with them those that their associations cascade to. */
final class Remover {

    private final References references;
    private final PersistenceContext context;
    private final Loader loader;
    private final Persister persister;
    private final Versions versions;
    private final List<ManagedEntity> deletions = new ArrayList<>();

    Remover(References references, PersistenceContext context, Loader loader, Persister persister, Versions versions) {
        this.references = references;
        this.context = context;
        this.loader = loader;
        this.persister = persister;
        this.versions = versions;
    }

    /** Marks an entity as removed; its row is deleted by the next flush. */
    void remove(ManagedEntity entity) {
        if (entity.isRemoved()) {
            return;
        }
        entity.mapping().call(Callback.PRE_REMOVE, entity.instance());
        entity.remove();
        cascade(entity, false);
        if (entity.row() == null) {
            persister.cancel(entity);
            context.removed(entity);
        } else {
            deletions.add(entity);
        }
        cascade(entity, true);
    }

    /** What refers to it is deleted before it, and after it what its row refers to. */
    private void cascade(ManagedEntity entity, boolean referred) {
        for (AttributeMapping attribute : entity.mapping().attributes()) {
            if (attribute instanceof Association association
                    && association instanceof ToOne == referred
                    && (association.cascades(CascadeType.REMOVE) || association.removesOrphans())) {
                targets(entity, association).forEach(this::remove);
            }
        }
    }

    private List<ManagedEntity> targets(ManagedEntity owner, Association association) {
        List<Object> values = new ArrayList<>();
        if (association instanceof ToMany many) {
            values.addAll(loader.collection(owner, many));
            // Also what was taken out of it and is still to be deleted as an orphan.
            List<Object> written = many.removesOrphans() ? owner.elements(many) : null;
            values.addAll(written == null ? List.of() : written);
        } else {
            Object value = association.accessor().get(owner.instance());
            if (value != null) {
                values.add(value);
            }
        }
        List<ManagedEntity> targets = new ArrayList<>(replaced(owner, association));
        for (Object value : values) {
            ManagedEntity target = managed(owner, value);
            if (target != null) {
                targets.add(target);
            }
        }
        return targets;
    }

    /** The one that was written, if it is an orphan. */
    private List<ManagedEntity> replaced(ManagedEntity owner, Association association) {
        Row row = owner.row();
        if (row == null || !(association instanceof ToOne toOne) || !toOne.removesOrphans()) {
            return List.of();
        }
        Object id = toOne.columns().of(row);
        ManagedEntity written = id == null
                ? null
                : loader.find(
                        references.mapping(toOne.target()), id, owner.mapping().name());
        return written == null ? List.of() : List.of(written);
    }

    /** The managed entity for a value, loaded if it is not yet; null for one that is new or gone. */
    private @Nullable ManagedEntity managed(ManagedEntity owner, Object value) {
        ManagedEntity managed = context.find(value);
        Object id = references.id(value);
        if (managed != null || id == null) {
            return managed;
        }
        ManagedEntity found =
                loader.find(references.mapping(value), id, owner.mapping().name());
        Object detached = PersistenceContext.unwrap(value);
        if (found != null && detached != null) {
            versions.check(detached, found);
        }
        return found;
    }

    /** The entities whose rows are to be deleted, in order; they are not given again. */
    List<ManagedEntity> takeDeletions() {
        List<ManagedEntity> taken = List.copyOf(deletions);
        deletions.clear();
        return taken;
    }

    void clear() {
        deletions.clear();
    }
}
