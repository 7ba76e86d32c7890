package dev.dovetail.repository.internal.work;

import dev.dovetail.repository.internal.mapping.AttributeMapping.Plural;
import dev.dovetail.repository.internal.mapping.AttributeMapping.ToMany;
import dev.dovetail.repository.internal.mapping.EntityMapping;
import dev.dovetail.repository.internal.mapping.Mappings;
import dev.dovetail.repository.internal.store.RowAction;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets managed entities show what foreign keys did to their rows when other rows were deleted. */
final class ActionEffects {

    private final Mappings mappings;
    private final PersistenceContext context;
    private final Loader loader;

    ActionEffects(Mappings mappings, PersistenceContext context, Loader loader) {
        this.mappings = mappings;
        this.context = context;
        this.loader = loader;
    }

    /** Shows it, in the collections that are loaded, too. */
    void show(List<RowAction> actions) {
        Set<Object> changed = Collections.newSetFromMap(new IdentityHashMap<>());
        for (RowAction action : actions) {
            EntityMapping mapping = mapping(action);
            ManagedEntity managed = mapping == null ? null : context.find(new EntityKey(mapping, action.id()));
            if (mapping == null || managed == null || managed.isRemoved()) {
                continue;
            }
            if (action.row() == null) {
                managed.remove();
                context.removed(managed);
                changed.add(managed.instance());
            } else {
                loader.refresh(mapping, action.row());
            }
        }
        if (!changed.isEmpty()) {
            context.all().forEach(owner -> takeOut(owner, changed));
        }
    }

    private @Nullable EntityMapping mapping(RowAction action) {
        for (EntityMapping mapping : mappings.all()) {
            if (mapping.hierarchy().root() == mapping.type()
                    && mapping.table().name().equals(action.table().name())) {
                return mapping;
            }
        }
        return null;
    }

    private static void takeOut(ManagedEntity owner, Set<Object> gone) {
        for (Plural plural : owner.mapping().plurals()) {
            Object collection = plural.accessor().get(owner.instance());
            if (plural instanceof ToMany && !Contents.isUnloaded(collection)) {
                List<@Nullable Object> left = Contents.copyOf(collection);
                if (left.removeIf(each -> each != null && gone.contains(Contents.resolved(Contents.element(each))))) {
                    Contents.fill(Objects.requireNonNull(collection), left);
                }
            }
        }
    }
}
