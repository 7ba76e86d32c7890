package dev.dovetail.repository.internal.work;

import dev.dovetail.repository.internal.mapping.AttributeMapping;
import dev.dovetail.repository.internal.mapping.AttributeMapping.ToOne;
import dev.dovetail.repository.internal.store.Row;
import java.util.ArrayList;
import java.util.List;

/** What the row of an entity refers to, as far as it is managed. */
final class RowReferences {

    private final References references;
    private final PersistenceContext context;

    RowReferences(References references, PersistenceContext context) {
        this.references = references;
        this.context = context;
    }

    List<ManagedEntity> of(ManagedEntity entity) {
        Row row = entity.row();
        if (row == null) {
            return List.of();
        }
        List<ManagedEntity> targets = new ArrayList<>();
        for (AttributeMapping attribute : entity.mapping().attributes()) {
            Object id = attribute instanceof ToOne toOne ? toOne.columns().of(row) : null;
            ManagedEntity target = id == null
                    ? null
                    : context.find(new EntityKey(references.mapping(((ToOne) attribute).target()), id));
            if (target != null) {
                targets.add(target);
            }
        }
        return targets;
    }
}
