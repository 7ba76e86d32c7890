package dev.dovetail.repository.internal.work;

import dev.dovetail.repository.internal.mapping.AttributeMapping;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Association;
import dev.dovetail.repository.internal.mapping.AttributeMapping.ToMany;
import dev.dovetail.repository.internal.mapping.EntityMapping;
import jakarta.persistence.CascadeType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What operations on one managed entity lead to by its associations. */
final class Cascades {

    private final References references;
    private final PersistenceContext context;
    private final Loader loader;

    Cascades(References references, PersistenceContext context, Loader loader) {
        this.references = references;
        this.context = context;
        this.loader = loader;
    }

    /**
     * The managed entities that an operation leads to, the farthest first and then the entity itself; what is not loaded
     * leads nowhere.
     */
    void forEach(ManagedEntity entity, CascadeType operation, Consumer<ManagedEntity> action) {
        forEach(entity, operation, action, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private void forEach(
            ManagedEntity entity, CascadeType operation, Consumer<ManagedEntity> action, Set<ManagedEntity> seen) {
        if (!seen.add(entity)) {
            return;
        }
        for (ManagedEntity target : loaded(entity, operation)) {
            forEach(target, operation, action, seen);
        }
        action.accept(entity);
    }

    private List<ManagedEntity> loaded(ManagedEntity owner, CascadeType operation) {
        List<ManagedEntity> targets = new ArrayList<>();
        for (AttributeMapping attribute : owner.mapping().attributes()) {
            if (attribute instanceof Association association && association.cascades(operation)) {
                @Nullable Object value = attribute.accessor().get(owner.instance());
                List<Object> values = association instanceof ToMany
                        ? Contents.elements(value)
                        : value == null ? List.of() : List.of(value);
                for (Object each : values) {
                    ManagedEntity target = context.find(each);
                    if (target != null) {
                        targets.add(target);
                    }
                }
            }
        }
        return targets;
    }

    /** Loads what an operation leads to, as Hibernate does together with the entity; behind collections nothing more. */
    void load(ManagedEntity owner, CascadeType operation) {
        for (AttributeMapping attribute : owner.mapping().attributes()) {
            if (attribute instanceof ToMany many && many.cascades(operation)) {
                loader.collection(owner, many);
            } else if (attribute instanceof Association association && association.cascades(operation)) {
                @Nullable Object value = attribute.accessor().get(owner.instance());
                if (value instanceof LazyReference && PersistenceContext.unwrap(value) == null) {
                    loadTarget(owner, value, operation);
                }
            }
        }
    }

    private void loadTarget(ManagedEntity owner, Object reference, CascadeType operation) {
        EntityMapping mapping = references.mapping(reference);
        Object id = references.id(reference);
        ManagedEntity target = id == null ? null : loader.find(mapping, id, owner.loadedBy());
        if (target != null) {
            load(target, operation);
        }
    }
}
