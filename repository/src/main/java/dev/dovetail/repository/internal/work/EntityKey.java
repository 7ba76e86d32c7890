package dev.dovetail.repository.internal.work;

import dev.dovetail.repository.internal.mapping.EntityMapping;

/** What identifies an entity in a unit of work. */
record EntityKey(EntityMapping mapping, Object id) {}
