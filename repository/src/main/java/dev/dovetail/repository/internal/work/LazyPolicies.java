package dev.dovetail.repository.internal.work;

import dev.dovetail.repository.Lazy;
import dev.dovetail.repository.LazyPolicy;
import dev.dovetail.repository.internal.mapping.AttributeMapping;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Association;
import dev.dovetail.repository.internal.mapping.EntityMapping;
import dev.dovetail.repository.internal.mapping.Mappings;
import java.util.IdentityHashMap;
import java.util.Map;

/** The policy of each association. Thread-safe. */
final class LazyPolicies {

    private final LazyPolicy otherwise;
    private final Map<AttributeMapping, LazyPolicy> annotated = new IdentityHashMap<>();

    /**
     * Reads the annotations.
     *
     * @param otherwise the policy of associations without one
     */
    LazyPolicies(Mappings mappings, LazyPolicy otherwise) {
        this.otherwise = otherwise;
        for (EntityMapping entity : mappings.all()) {
            for (AttributeMapping attribute : entity.attributes()) {
                Lazy lazy = attribute.accessor().annotations().getAnnotation(Lazy.class);
                if (attribute instanceof Association && lazy != null) {
                    annotated.put(attribute, lazy.value());
                }
            }
        }
    }

    LazyPolicy of(AttributeMapping association) {
        return annotated.isEmpty() ? otherwise : annotated.getOrDefault(association, otherwise);
    }
}
