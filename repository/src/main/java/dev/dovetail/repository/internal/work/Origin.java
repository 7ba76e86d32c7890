package dev.dovetail.repository.internal.work;

import dev.dovetail.repository.UnloadedAssociationException;
import org.jspecify.annotations.Nullable;

/** Where an unloaded association stands, for its exception. */
record Origin(
        String entity,
        String attribute,
        Object id,
        @Nullable String loadedBy) {

    UnloadedAssociationException unloaded() {
        return UnloadedAssociationException.of(entity, attribute, id, loadedBy, null);
    }
}
