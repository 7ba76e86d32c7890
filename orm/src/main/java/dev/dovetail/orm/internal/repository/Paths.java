package dev.dovetail.orm.internal.repository;

import dev.dovetail.repository.spi.AttributeDescription;
import dev.dovetail.repository.spi.AttributeDescription.Kind;
import dev.dovetail.repository.spi.AttributePath;
import jakarta.persistence.criteria.From;
import jakarta.persistence.criteria.Join;
import jakarta.persistence.criteria.JoinType;
import jakarta.persistence.criteria.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.query.criteria.JpaPath;
import org.hibernate.query.criteria.JpaRoot;

/** The ways from a query's root to attributes. Those to sort by keep rows whose way ends early. */
final class Paths {

    private final JpaRoot<?> root;
    private final Map<String, Path<?>> joins = new HashMap<>();

    Paths(JpaRoot<?> root) {
        this.root = root;
    }

    JpaRoot<?> root() {
        return root;
    }

    /** Without the rows in which an association on the way is null. */
    JpaPath<?> inner(AttributePath path) {
        Path<?> at = root;
        for (AttributeDescription step : path.steps()) {
            at = at.get(step.name());
        }
        return (JpaPath<?>) at;
    }

    JpaPath<?> leftJoined(AttributePath path) {
        Path<?> at = root;
        List<AttributeDescription> steps = path.steps();
        StringBuilder way = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            AttributeDescription step = steps.get(i);
            way.append('.').append(step.name());
            Path<?> from = at;
            at = step.kind() == Kind.TO_ONE && i < steps.size() - 1
                    ? joins.computeIfAbsent(way.toString(), key -> leftJoin(from, step.name()))
                    : from.get(step.name());
        }
        return (JpaPath<?>) at;
    }

    private static Join<?, ?> leftJoin(Path<?> from, String attribute) {
        if (from instanceof From<?, ?> joinable) {
            return joinable.join(attribute, JoinType.LEFT);
        }
        throw new IllegalStateException("Cannot sort through the association '" + attribute + "' of an embedded value");
    }
}
