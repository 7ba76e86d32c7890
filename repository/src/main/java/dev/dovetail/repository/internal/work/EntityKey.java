package dev.dovetail.repository.internal.work;

import dev.dovetail.repository.internal.mapping.EntityMapping;
import dev.dovetail.repository.internal.mapping.Hierarchy;

/**
 * What identifies an entity in a unit of work: entities that inherit from each other share their ids.
 *
 * @param id the key of its row
 */
record EntityKey(Hierarchy hierarchy, Object id) {

    EntityKey(EntityMapping mapping, Object id) {
        this(mapping.hierarchy(), id);
    }
}
