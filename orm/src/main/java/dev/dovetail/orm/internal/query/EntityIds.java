package dev.dovetail.orm.internal.query;

import jakarta.persistence.criteria.Path;
import jakarta.persistence.metamodel.EmbeddableType;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.IdentifiableType;
import jakarta.persistence.metamodel.SingularAttribute;
import jakarta.persistence.metamodel.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hibernate.query.criteria.JpaExpression;
import org.hibernate.query.criteria.JpaRoot;

/** The id of an entity as an order, whether it is one attribute or several. */
final class EntityIds {

    private EntityIds() {}

    static List<SortBy> of(JpaRoot<?> root) {
        return of(root, root.getModel());
    }

    static List<SortBy> of(Path<?> path, EntityType<?> entity) {
        List<SortBy> keys = new ArrayList<>();
        add(path, entity, keys);
        return keys;
    }

    private static void add(Path<?> from, EntityType<?> entity, List<SortBy> keys) {
        ids(entity).stream()
                .sorted(Comparator.comparing(SingularAttribute::getName))
                .forEach(id -> add(from.get(id.getName()), id.getType(), keys));
    }

    private static List<SingularAttribute<?, ?>> ids(IdentifiableType<?> entity) {
        List<SingularAttribute<?, ?>> ids = new ArrayList<>();
        for (var attribute : entity.getAttributes()) {
            if (attribute instanceof SingularAttribute<?, ?> singular && singular.isId()) {
                ids.add(singular);
            }
        }
        return ids;
    }

    private static void add(Path<?> path, Type<?> type, List<SortBy> keys) {
        if (type instanceof EntityType<?> entity) {
            add(path, entity, keys);
        } else if (type instanceof EmbeddableType<?> embeddable) {
            embeddable.getSingularAttributes().stream()
                    .sorted(Comparator.comparing(SingularAttribute::getName))
                    .forEach(part -> add(path.get(part.getName()), part.getType(), keys));
        } else {
            keys.add(new SortBy((JpaExpression<?>) path, false, false, false));
        }
    }
}
