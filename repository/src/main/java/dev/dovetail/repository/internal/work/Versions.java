package dev.dovetail.repository.internal.work;

import dev.dovetail.repository.StaleEntityException;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Basic;
import dev.dovetail.repository.internal.mapping.EntityMapping;
import dev.dovetail.repository.internal.store.Row;
import dev.dovetail.repository.internal.store.Values;
import org.jspecify.annotations.Nullable;

/** Compares the versions of detached entities with what is written. */
final class Versions {

    /** Refuses an entity whose version differs from that of the managed one. */
    void check(Object detached, ManagedEntity managed) {
        EntityMapping mapping = managed.mapping();
        Basic version = mapping.version();
        Row row = managed.row();
        if (version == null || row == null) {
            return;
        }
        @Nullable Object given = mapping.versionOf(detached);
        if (!Values.same(given, row.value(version.slot()))) {
            throw StaleEntityException.of(mapping.name(), managed.idValue(), given, null);
        }
    }
}
