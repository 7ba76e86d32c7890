package dev.dovetail.orm.internal.query;

import dev.dovetail.orm.query.Column;
import dev.dovetail.orm.query.Column.Aggregate;
import dev.dovetail.orm.query.Column.Path;
import dev.dovetail.orm.query.Column.Step;
import dev.dovetail.orm.query.Column.StepKind;
import jakarta.persistence.criteria.JoinType;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.ManagedType;
import jakarta.persistence.metamodel.PluralAttribute;
import jakarta.persistence.metamodel.SingularAttribute;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.hibernate.query.criteria.JpaExpression;
import org.hibernate.query.criteria.JpaFrom;
import org.hibernate.query.criteria.JpaPath;
import org.hibernate.query.criteria.JpaRoot;
import org.jspecify.annotations.Nullable;

/** Columns as expressions of one criteria query; the same column is the same expression, the same way one join. */
final class ColumnPaths {

    private final HibernateCriteriaBuilder builder;
    private final JpaRoot<?> root;
    private final Map<List<Step>, Place> joins = new LinkedHashMap<>();
    private final Map<Column<?, ?>, JpaExpression<?>> known = new HashMap<>();

    ColumnPaths(HibernateCriteriaBuilder builder, JpaRoot<?> root) {
        this.builder = builder;
        this.root = root;
    }

    JpaExpression<?> of(Column<?, ?> column) {
        JpaExpression<?> expression = known.get(column);
        if (expression == null) {
            expression = column instanceof Aggregate<?, ?> aggregate
                    ? aggregate(aggregate)
                    : place((Path<?, ?>) column).path;
            known.put(column, expression);
        }
        return expression;
    }

    SortBy sortBy(Column<?, ?> column, boolean descending) {
        boolean nullable = column instanceof Path<?, ?> path
                ? place(path).nullable
                : !((Aggregate<?, ?>) column).function().name().startsWith("COUNT");
        return new SortBy(of(column), descending, descending, nullable);
    }

    /** What tells the rows apart that the joins make; empty if values without an id are among them. */
    List<SortBy> identity() {
        List<SortBy> identity = new ArrayList<>(EntityIds.of(root));
        for (Map.Entry<List<Step>, Place> join : joins.entrySet()) {
            if (last(join.getKey()).kind() != StepKind.ATTRIBUTE) {
                if (!(join.getValue().type instanceof EntityType<?> entity)) {
                    return List.of();
                }
                for (SortBy key : EntityIds.of(join.getValue().path, entity)) {
                    identity.add(new SortBy(key.value(), false, false, join.getValue().nullable));
                }
            }
        }
        return identity;
    }

    private JpaExpression<?> aggregate(Aggregate<?, ?> aggregate) {
        if (aggregate.path() == null) {
            return builder.count();
        }
        JpaExpression<?> value = of(aggregate.path());
        return switch (aggregate.function()) {
            case COUNT_ROWS, COUNT -> builder.count(value);
            case COUNT_DISTINCT -> builder.countDistinct(value);
            case SUM -> builder.function("sum", sumType(value.getJavaType()), value);
            case AVERAGE -> builder.avg(number(value));
            case MIN -> builder.function("min", value.getJavaType(), value);
            case MAX -> builder.function("max", value.getJavaType(), value);
        };
    }

    /** As SQL does it: a sum may be larger than any of its numbers. */
    private static Class<?> sumType(Class<?> type) {
        if (type == Integer.class
                || type == Short.class
                || type == Byte.class
                || type == int.class
                || type == short.class
                || type == byte.class
                || type == long.class) {
            return Long.class;
        }
        return type == Float.class || type == float.class || type == double.class ? Double.class : type;
    }

    @SuppressWarnings("unchecked") // the factories of aggregates ask for numbers
    private static JpaExpression<Number> number(JpaExpression<?> value) {
        return (JpaExpression<Number>) value;
    }

    private Place place(Path<?, ?> path) {
        Place at = new Place(root, root.getModel(), false);
        for (int i = 0; i < path.steps().size(); i++) {
            at = next(at, path.steps().subList(0, i + 1), i == path.steps().size() - 1);
        }
        return at;
    }

    private Place next(Place at, List<Step> way, boolean isLast) {
        Step step = last(way);
        if (at.type == null) {
            throw new IllegalArgumentException("Nothing can stand behind a value: " + step.attribute());
        }
        if (step.kind() != StepKind.ATTRIBUTE) {
            return join(at, way);
        }
        SingularAttribute<?, ?> attribute = at.type.getSingularAttribute(step.attribute());
        boolean nullable = at.nullable || attribute.isOptional() && !attribute.isId();
        if (attribute.isAssociation()) {
            Place joined = joins.get(way);
            if (joined == null) {
                joined = new Place(
                        ((JpaFrom<?, ?>) at.path).join(step.attribute(), JoinType.LEFT),
                        (ManagedType<?>) attribute.getType(),
                        nullable);
                joins.put(List.copyOf(way), joined);
            }
            return joined;
        }
        JpaPath<?> value = at.path.get(step.attribute());
        return new Place(
                value, attribute.getType() instanceof ManagedType<?> embedded && !isLast ? embedded : null, nullable);
    }

    private Place join(Place at, List<Step> way) {
        Place joined = joins.get(way);
        if (joined == null) {
            Step step = last(way);
            boolean outer = step.kind() == StepKind.EACH_OR_NONE || at.nullable;
            PluralAttribute<?, ?, ?> attribute = (PluralAttribute<?, ?, ?>)
                    java.util.Objects.requireNonNull(at.type).getAttribute(step.attribute());
            joined = new Place(
                    ((JpaFrom<?, ?>) at.path)
                            .join(step.attribute(), step.kind() == StepKind.EACH ? JoinType.INNER : JoinType.LEFT),
                    attribute.getElementType() instanceof ManagedType<?> managed ? managed : null,
                    outer);
            joins.put(List.copyOf(way), joined);
        }
        return joined;
    }

    private static Step last(List<Step> way) {
        return way.get(way.size() - 1);
    }

    private record Place(JpaPath<?> path, @Nullable ManagedType<?> type, boolean nullable) {}
}
