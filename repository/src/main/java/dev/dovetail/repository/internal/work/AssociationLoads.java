package dev.dovetail.repository.internal.work;

import dev.dovetail.repository.internal.mapping.AttributeMapping;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Elements;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Embedded;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Plural;
import dev.dovetail.repository.spi.AssociationLoad;
import dev.dovetail.repository.spi.AttributeDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Loads the associations that a query names. */
final class AssociationLoads {

    private final UnitOfWork work;
    private final String caller;

    AssociationLoads(UnitOfWork work, String caller) {
        this.work = work;
        this.caller = caller;
    }

    /** Without statements there is nothing in which the strategies could differ. */
    void load(List<ManagedEntity> owners, List<AssociationLoad> loads) {
        for (AssociationLoad load : loads) {
            List<AttributeDescription> steps = load.path().steps();
            List<ManagedEntity> current = owners;
            for (int i = 0; i < steps.size() && !current.isEmpty(); ) {
                List<ManagedEntity> next = new ArrayList<>();
                int taken = 1;
                for (ManagedEntity owner : current) {
                    taken = load(owner, steps.subList(i, steps.size()), next);
                }
                i += taken;
                current = next;
            }
        }
    }

    /** Loads the next association on the way, which may stand in embedded values; returns how many steps that are. */
    private int load(ManagedEntity owner, List<AttributeDescription> steps, List<ManagedEntity> loaded) {
        @Nullable Object holder = owner.instance();
        @Nullable
        AttributeMapping attribute = owner.mapping().attribute(steps.get(0).name());
        int taken = 1;
        while (attribute instanceof Embedded embedded) {
            holder = holder == null ? null : embedded.accessor().get(holder);
            String part = steps.get(taken++).name();
            attribute = embedded.parts().stream()
                    .filter(each -> each.name().equals(part))
                    .findFirst()
                    .orElse(null);
        }
        if (holder != null) {
            loaded.addAll(load(owner, holder, Objects.requireNonNull(attribute, steps.toString())));
        }
        return taken;
    }

    private List<ManagedEntity> load(ManagedEntity owner, Object holder, AttributeMapping attribute) {
        List<Object> values = new ArrayList<>();
        if (attribute instanceof Plural plural) {
            List<Object> elements = work.loader().collection(owner, plural);
            values.addAll(plural instanceof Elements ? List.of() : elements);
        } else {
            Object value = attribute.accessor().get(holder);
            if (value != null) {
                values.add(value);
            }
        }
        List<ManagedEntity> loaded = new ArrayList<>();
        for (Object value : values) {
            ManagedEntity managed = work.managed(value);
            if (managed == null && value instanceof LazyReference proxy) {
                LazyTarget target = proxy.dovetailTarget();
                managed = work.loader().find(target.mapping(), target.id(), caller);
            }
            if (managed != null) {
                loaded.add(managed);
            }
        }
        return loaded;
    }
}
