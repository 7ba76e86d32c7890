package dev.dovetail.repository.internal.work;

import dev.dovetail.core.transaction.TransactionalCallable;
import dev.dovetail.repository.Lazy;
import dev.dovetail.repository.LazyPolicy;
import dev.dovetail.repository.internal.mapping.AttributeMapping;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Association;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Embedded;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Plural;
import dev.dovetail.repository.internal.mapping.EntityMapping;
import dev.dovetail.repository.internal.mapping.Mappings;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The policy of each association. Thread-safe. */
final class LazyPolicies {

    private final LazyPolicy otherwise;
    private final ThreadLocal<@Nullable Integer> allowed = new ThreadLocal<>();
    private final Map<AttributeMapping, LazyPolicy> annotated = new IdentityHashMap<>();

    /**
     * Reads the annotations.
     *
     * @param otherwise the policy of associations without one
     */
    LazyPolicies(Mappings mappings, LazyPolicy otherwise) {
        this.otherwise = otherwise;
        for (EntityMapping entity : mappings.all()) {
            read(entity.attributes());
        }
    }

    private void read(List<AttributeMapping> attributes) {
        for (AttributeMapping attribute : attributes) {
            Lazy lazy = attribute.accessor().annotations().getAnnotation(Lazy.class);
            if (attribute instanceof Embedded embedded) {
                read(embedded.parts());
            } else if ((attribute instanceof Association || attribute instanceof Plural) && lazy != null) {
                annotated.put(attribute, lazy.value());
            }
        }
    }

    /** Runs a block of this thread in which associations load themselves. */
    <T extends @Nullable Object, X extends Exception> T allowing(TransactionalCallable<T, X> block) throws X {
        Integer outer = allowed.get();
        allowed.set(outer == null ? 1 : outer + 1);
        try {
            return block.call();
        } finally {
            if (outer == null) {
                allowed.remove();
            } else {
                allowed.set(outer);
            }
        }
    }

    /** Whether this thread is in such a block. */
    boolean isAllowed() {
        return allowed.get() != null;
    }

    LazyPolicy of(AttributeMapping association) {
        return annotated.isEmpty() ? otherwise : annotated.getOrDefault(association, otherwise);
    }
}
