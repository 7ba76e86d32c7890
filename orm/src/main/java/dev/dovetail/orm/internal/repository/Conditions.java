package dev.dovetail.orm.internal.repository;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.repository.spi.AttributeDescription;
import dev.dovetail.repository.spi.AttributeDescription.Kind;
import dev.dovetail.repository.spi.AttributePath;
import dev.dovetail.repository.spi.EntityDescription;
import dev.dovetail.repository.spi.Restriction;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.jspecify.annotations.Nullable;

/** Restrictions as criteria. */
record Conditions(Engine engine, HibernateCriteriaBuilder builder, EntityDescription entity, Paths paths) {

    Predicate of(Restriction restriction) {
        if (restriction instanceof Restriction.IdEqual idEqual) {
            return idEqual(idEqual.id());
        }
        if (restriction instanceof Restriction.Equal equal) {
            return and(embeddedOnTheWay(equal.path()), equal(paths.inner(equal.path()), equal.path(), equal.value()));
        }
        if (restriction instanceof Restriction.Matching) {
            throw new IllegalArgumentException("Conditions of the query language are none of criteria: " + restriction);
        }
        AttributePath path = ((Restriction.IsNull) restriction).path();
        return and(embeddedOnTheWay(path), builder.isNull(paths.inner(path)));
    }

    private Predicate idEqual(Object id) {
        List<String> names = entity.idAttributes();
        if (names.size() == 1) {
            AttributeDescription attribute = entity.attributes().get(names.get(0));
            Path<?> path = paths.root().get(names.get(0));
            return attribute != null && attribute.kind() == Kind.EMBEDDED
                    ? partsEqual(path, attribute, id)
                    : equal(path, id);
        }
        List<Predicate> equal = new ArrayList<>();
        for (String name : names) {
            equal.add(equal(paths.root().get(name), Objects.requireNonNull(Parts.value(id, name), name)));
        }
        return builder.and(equal.toArray(Predicate[]::new));
    }

    private Predicate equal(Path<?> path, AttributePath way, Object value) {
        return way.last().kind() == Kind.EMBEDDED ? partsEqual(path, way.last(), value) : equal(path, value);
    }

    /** The usual collations of MariaDB and MySQL take strings for equal that are not the same. */
    private Predicate equal(Path<?> path, Object value) {
        Predicate equal = builder.equal(path, value);
        if (value instanceof String && (engine == Engine.MARIADB || engine == Engine.MYSQL)) {
            Expression<?> exact = builder.sql("binary ?", String.class, path);
            return builder.and(equal, builder.equal(exact, value));
        }
        return equal;
    }

    private Predicate partsEqual(Path<?> path, AttributeDescription embedded, Object value) {
        List<Predicate> equal = new ArrayList<>();
        for (AttributeDescription part : embedded.parts()) {
            Path<?> partPath = path.get(part.name());
            Object partValue = Parts.value(value, part.name());
            equal.add(
                    partValue == null
                            ? builder.isNull(partPath)
                            : part.kind() == Kind.EMBEDDED
                                    ? partsEqual(partPath, part, partValue)
                                    : equal(partPath, partValue));
        }
        return builder.and(equal.toArray(Predicate[]::new));
    }

    /** An embedded value all of whose parts are null is null itself, and what is behind null matches nothing. */
    private @Nullable Predicate embeddedOnTheWay(AttributePath path) {
        Predicate present = null;
        Path<?> at = paths.root();
        for (AttributeDescription step : path.steps().subList(0, path.steps().size() - 1)) {
            at = at.get(step.name());
            if (step.kind() == Kind.EMBEDDED) {
                List<Predicate> parts = new ArrayList<>();
                for (AttributeDescription part : step.parts()) {
                    if (part.kind() == Kind.BASIC || part.kind() == Kind.TO_ONE) {
                        parts.add(builder.isNotNull(at.get(part.name())));
                    }
                }
                if (!parts.isEmpty()) {
                    Predicate any = builder.or(parts.toArray(Predicate[]::new));
                    present = present == null ? any : builder.and(present, any);
                }
            }
        }
        return present;
    }

    private Predicate and(@Nullable Predicate first, Predicate second) {
        return first == null ? second : builder.and(first, second);
    }
}
