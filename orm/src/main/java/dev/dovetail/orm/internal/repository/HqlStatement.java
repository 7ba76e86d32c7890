package dev.dovetail.orm.internal.repository;

import dev.dovetail.repository.language.Types;
import dev.dovetail.repository.spi.Assignment;
import dev.dovetail.repository.spi.AttributePath;
import dev.dovetail.repository.spi.EntityDescription;
import dev.dovetail.repository.spi.Expression;
import dev.dovetail.repository.spi.Restriction;
import dev.dovetail.repository.spi.SortKey;
import java.math.BigDecimal;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.query.CommonQueryContract;
import org.hibernate.type.StandardBasicTypes;
import org.jspecify.annotations.Nullable;

/** A statement that is being written: its parts share the joins and parameters. */
final class HqlStatement {

    private final HqlScope scope;
    private final HqlValues values;
    private final HqlConditions conditions;
    private final RestrictionConditions restricted;

    HqlStatement(EntityDescription entity, Function<Class<?>, @Nullable EntityDescription> describe, HqlScope scope) {
        this.scope = scope;
        this.values = new HqlValues(scope);
        this.conditions = new HqlConditions(scope, values);
        this.restricted = new RestrictionConditions(entity, describe);
    }

    String text(Expression expression) {
        return values.text(expression);
    }

    /** What is joined; complete when everything else is written. */
    String joins() {
        return scope.joins();
    }

    void fetch(AttributePath path) {
        scope.fetch(path);
    }

    String where(List<Restriction> restrictions) {
        StringJoiner all = new StringJoiner(" and ", " where ", "").setEmptyValue("");
        for (int i = 0; i < restrictions.size(); i++) {
            scope.restriction(i);
            all.add(conditions.text(restricted.of(restrictions.get(i))));
        }
        return all.toString();
    }

    /** Null is greater than everything. */
    String order(List<SortKey> order) {
        return order.isEmpty()
                ? ""
                : order.stream()
                        .map(key -> {
                            String value = scope.path(key.path());
                            return (key.ignoreCase() ? "lower(" + value + ")" : value)
                                    + (key.ascending() ? " asc nulls last" : " desc nulls first");
                        })
                        .collect(Collectors.joining(", ", " order by ", ""));
    }

    String assignment(Assignment assignment) {
        Expression value = assignment.value();
        Class<?> type = Expression.boxed(assignment.path().last().type());
        String assigned =
                value == null ? "null" : value.isConstant() ? values.converted(value, type) : ofType(type, value);
        return scope.path(assignment.path()) + " = " + assigned;
    }

    private String ofType(Class<?> type, Expression value) {
        boolean differs = Types.isNumber(type) && value.type() != type;
        return differs ? "cast(" + values.text(value) + " as " + type.getSimpleName() + ")" : values.text(value);
    }

    /**
     * Sets the parameters.
     *
     * @param own the arguments of what stands outside of the restrictions
     */
    void bind(CommonQueryContract query, List<Restriction> restrictions, List<@Nullable Object> own) {
        for (HqlBinding binding : scope.bindings()) {
            List<@Nullable Object> arguments = binding.restriction() < 0
                    ? own
                    : RestrictionConditions.arguments(restrictions.get(binding.restriction()));
            Object value = binding.source().of(arguments);
            if (binding.list() && value instanceof List<?> list) {
                query.setParameterList(binding.name(), list);
            } else if (binding.restriction() >= 0 && value instanceof BigDecimal decimal) {
                // What is compared is not written: it may have more digits than the column.
                query.setParameter(binding.name(), decimal, StandardBasicTypes.BIG_DECIMAL);
            } else {
                query.setParameter(binding.name(), value);
            }
        }
    }
}
