package dev.dovetail.orm.internal.repository;

import dev.dovetail.repository.spi.AttributeDescription;
import dev.dovetail.repository.spi.AttributeDescription.Kind;
import dev.dovetail.repository.spi.AttributePath;
import dev.dovetail.repository.spi.Condition;
import dev.dovetail.repository.spi.Condition.Comparator;
import dev.dovetail.repository.spi.EntityDescription;
import dev.dovetail.repository.spi.Expression;
import dev.dovetail.repository.spi.Restriction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Restrictions as conditions of the query language. A value is the first argument of its condition; only the parts of an
 * embedded one stand in the condition itself.
 */
record RestrictionConditions(EntityDescription entity, Function<Class<?>, @Nullable EntityDescription> describe) {

    Condition of(Restriction restriction) {
        if (restriction instanceof Restriction.Matching matching) {
            return matching.condition();
        }
        if (restriction instanceof Restriction.IdEqual idEqual) {
            return id(idEqual.id());
        }
        List<Condition> all = new ArrayList<>();
        if (restriction instanceof Restriction.Equal equal) {
            requirePresent(equal.path(), all);
            all.add(equal(equal.path(), equal.value()));
        } else {
            AttributePath path = ((Restriction.IsNull) restriction).path();
            requirePresent(path, all);
            all.add(isNull(path));
        }
        return all.size() == 1 ? all.get(0) : new Condition.All(all);
    }

    /** The values that stand for the arguments of the condition. */
    static List<@Nullable Object> arguments(Restriction restriction) {
        if (restriction instanceof Restriction.Matching matching) {
            return matching.arguments();
        }
        if (restriction instanceof Restriction.Equal equal) {
            return List.of(equal.value());
        }
        return restriction instanceof Restriction.IdEqual idEqual ? List.of(idEqual.id()) : List.of();
    }

    /** Whether the condition is the same for all values: nothing of a value stands in it. */
    boolean isGeneral(Restriction restriction) {
        if (restriction instanceof Restriction.IdEqual) {
            List<String> names = entity.idAttributes();
            return names.size() == 1 && attribute(names.get(0)).kind() == Kind.BASIC;
        }
        return !(restriction instanceof Restriction.Equal equal)
                || equal.path().last().kind() != Kind.EMBEDDED;
    }

    private Condition id(Object id) {
        List<String> names = entity.idAttributes();
        if (names.size() == 1 && attribute(names.get(0)).kind() != Kind.TO_ONE) {
            return equal(new AttributePath(List.of(attribute(names.get(0)))), id);
        }
        List<Condition> parts = new ArrayList<>();
        for (String name : names) {
            parts.add(idPart(
                    new AttributePath(List.of(attribute(name))), names.size() == 1 ? id : Parts.value(id, name)));
        }
        return new Condition.All(parts);
    }

    /** In an id there stands the other's id where in an entity there is the reference. No row has an id with a part unset. */
    private Condition idPart(AttributePath path, @Nullable Object value) {
        if (value == null) {
            return isNull(path);
        }
        EntityDescription target =
                path.last().kind() == Kind.TO_ONE ? describe.apply(path.last().type()) : null;
        if (target == null) {
            return equalPart(path, value);
        }
        List<String> names = target.idAttributes();
        List<Condition> parts = new ArrayList<>();
        for (String name : names) {
            AttributeDescription part = Objects.requireNonNull(target.attribute(name), name);
            Object own = names.size() == 1 ? value : Parts.value(value, name);
            parts.add(idPart(behind(path, part), own));
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.All(parts);
    }

    private AttributeDescription attribute(String name) {
        return Objects.requireNonNull(entity.attribute(name), name);
    }

    private static Condition equal(AttributePath path, Object value) {
        return path.last().kind() == Kind.EMBEDDED
                ? equalPart(path, value)
                : compare(path, new Expression.Argument(0, path.last().type()));
    }

    private static Condition equalPart(AttributePath path, @Nullable Object value) {
        if (value == null) {
            return isNull(path);
        }
        if (path.last().kind() != Kind.EMBEDDED) {
            return compare(path, new Expression.Literal(value));
        }
        List<Condition> parts = new ArrayList<>();
        for (AttributeDescription part : path.last().parts()) {
            parts.add(equalPart(behind(path, part), Parts.value(value, part.name())));
        }
        return new Condition.All(parts);
    }

    private static Condition compare(AttributePath path, Expression value) {
        return new Condition.Comparison(new Expression.Attribute(path), Comparator.EQUAL, value);
    }

    private static Condition isNull(AttributePath path) {
        if (path.last().kind() != Kind.EMBEDDED) {
            return new Condition.IsNull(new Expression.Attribute(path), false);
        }
        List<Condition> parts = new ArrayList<>();
        path.last().parts().forEach(part -> parts.add(isNull(behind(path, part))));
        return new Condition.All(parts);
    }

    /** What is behind null matches nothing; an embedded value all of whose parts are null is null itself. */
    private static void requirePresent(AttributePath path, List<Condition> all) {
        for (int length = 1; length < path.steps().size(); length++) {
            AttributePath way = new AttributePath(path.steps().subList(0, length));
            if (way.last().kind() == Kind.TO_ONE) {
                all.add(new Condition.IsNull(new Expression.Attribute(way), true));
            } else {
                List<Condition> any = new ArrayList<>();
                for (AttributeDescription part : way.last().parts()) {
                    if (part.kind() == Kind.BASIC || part.kind() == Kind.TO_ONE) {
                        any.add(new Condition.IsNull(new Expression.Attribute(behind(way, part)), true));
                    }
                }
                if (!any.isEmpty()) {
                    all.add(new Condition.Any(any));
                }
            }
        }
    }

    private static AttributePath behind(AttributePath path, AttributeDescription part) {
        List<AttributeDescription> steps = new ArrayList<>(path.steps());
        steps.add(part);
        return new AttributePath(steps);
    }
}
