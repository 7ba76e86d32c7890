package dev.dovetail.repository.internal.work;

import dev.dovetail.repository.internal.mapping.AttributeMapping;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Elements;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Embedded;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Plural;
import dev.dovetail.repository.spi.AssociationLoad;
import dev.dovetail.repository.spi.AttributeDescription;
import dev.dovetail.repository.spi.AttributePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

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
            AttributePath path = load.path();
            List<ManagedEntity> current = owners;
            for (AttributeDescription step : path.steps()) {
                List<ManagedEntity> next = new ArrayList<>();
                for (ManagedEntity owner : current) {
                    AttributeMapping attribute = owner.mapping().attribute(step.name());
                    if (attribute instanceof Embedded) {
                        throw new IllegalStateException("Embeddables have no associations: " + path.name());
                    }
                    next.addAll(load(owner, Objects.requireNonNull(attribute, step.name())));
                }
                current = next;
            }
        }
    }

    private List<ManagedEntity> load(ManagedEntity owner, AttributeMapping attribute) {
        List<Object> values = new ArrayList<>();
        if (attribute instanceof Plural plural) {
            List<Object> elements = work.loader().collection(owner, plural);
            values.addAll(plural instanceof Elements ? List.of() : elements);
        } else {
            Object value = attribute.accessor().get(owner.instance());
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
