package dev.dovetail.core.query;

import dev.dovetail.core.internal.sql.Rendering;
import dev.dovetail.core.internal.sql.SqlRenderer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jooq.Configuration;
import org.jooq.DataType;
import org.jooq.Param;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.tools.StringUtils;
import org.jspecify.annotations.Nullable;

/**
 * Makes the plans of one jOOQ query, one for each shape of its lists. Thread-safe; renders one at a time, because jOOQ's
 * queries change while they are rendered.
 */
final class Planner {

    private final SqlRenderer renderer;
    private final PlanCache cache;
    private final Query query;
    private final Map<String, DataType<?>> lists;
    private final Rendering first;
    private final Parameters parameters;
    private final StatementPlan firstPlan;

    Planner(SqlRenderer renderer, PlanCache cache, Query query) {
        this.renderer = renderer;
        this.cache = cache;
        this.query = query;
        ListShapes shapes = new ListShapes(Map.of());
        this.first = shapes.during(() -> renderer.render(query));
        this.lists = Map.copyOf(shapes.elements());
        this.parameters = parameters(first, lists);
        this.firstPlan = plan(first);
    }

    Configuration configuration() {
        return renderer.sql().configuration();
    }

    Parameters parameters() {
        return parameters;
    }

    StatementPlan first() {
        return firstPlan;
    }

    /** The plan for these values. */
    StatementPlan plan(@Nullable Object[] values) {
        if (lists.isEmpty()) {
            return firstPlan;
        }
        Map<String, Integer> shapes = new HashMap<>();
        lists.forEach((name, element) -> {
            if (values[parameters.indexOf(name)] instanceof ListValue list) {
                int shape = ListShapes.of(name, element, configuration().family(), list.size());
                if (shape != ListShapes.initial(element, configuration().family())) {
                    shapes.put(name, shape);
                }
            }
        });
        return shapes.isEmpty() ? firstPlan : cache.get(this, shapes, () -> plan(rendered(shapes)));
    }

    /** The planner of a query made of this one, kept for its owner and shape. */
    Planner derived(Object owner, Object shape, Function<SQLDialect, ? extends Query> factory) {
        return cache.get(
                owner,
                shape,
                () -> new Planner(
                        renderer,
                        cache,
                        ListShapes.any(() -> factory.apply(configuration().family()))));
    }

    PlanCache cache() {
        return cache;
    }

    private Rendering rendered(Map<String, Integer> shapes) {
        synchronized (query) {
            return new ListShapes(shapes).during(() -> renderer.render(query));
        }
    }

    private static Parameters parameters(Rendering rendering, Map<String, DataType<?>> lists) {
        List<Parameter> parameters = new ArrayList<>();
        for (Param<?> param : rendering.params()) {
            if (StringUtils.isBlank(param.getParamName())) {
                continue;
            }
            String name = ListShapes.list(param.getParamName());
            DataType<?> element = name == null ? null : lists.get(name);
            Parameter parameter = name == null || element == null
                    ? new Parameter(param.getParamName(), param.getDataType().getType(), false, param.getValue())
                    : new Parameter(name, element.getType(), true, null);
            Parameter known = parameters.stream()
                    .filter(other -> other.name().equals(parameter.name()))
                    .findFirst()
                    .orElse(null);
            if (known == null) {
                parameters.add(parameter);
            } else if (known.type() != parameter.type() || known.list() != parameter.list()) {
                throw QueryErrors.twoTypes(known, parameter);
            }
        }
        return new Parameters(parameters);
    }

    private StatementPlan plan(Rendering rendering) {
        Slot[] slots = rendering.params().stream()
                .map(param -> new Slot(source(param), Bindings.binder(param.getDataType(), configuration())))
                .toArray(Slot[]::new);
        return new StatementPlan(rendering.sql(), rendering.info(), slots);
    }

    private Slot.Source source(Param<?> param) {
        if (StringUtils.isBlank(param.getParamName())) {
            return Slot.Source.constant(param.getValue());
        }
        String list = ListShapes.list(param.getParamName());
        if (list == null) {
            return Slot.Source.parameter(parameters.indexOf(param.getParamName()));
        }
        int index = parameters.indexOf(list);
        int part = Integer.parseInt(param.getParamName().substring(list.length() + 1));
        if (part >= 0) {
            return Slot.Source.element(index, part);
        }
        Class<?> component = param.getDataType().getType().getComponentType();
        if (part == ListShapes.ARRAY) {
            return Slot.Source.of(index, elements -> elements.array(component));
        }
        if (ListShapes.number(part) >= 0) {
            return Slot.Source.of(
                    index, elements -> elements.array(component, ListShapes.number(part), ListShapes.H2_ARRAY));
        }
        StoredElements elements =
                new StoredElements(Bindings.binder(Objects.requireNonNull(lists.get(list)), configuration()));
        return part == ListShapes.JSON ? Slot.Source.of(index, elements::json) : Slot.Source.of(index, elements::texts);
    }
}
