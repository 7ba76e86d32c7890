package dev.dovetail.repository.proxy;

import dev.dovetail.repository.UnknownAttributeException;
import dev.dovetail.repository.proxy.Conditions.Condition;
import dev.dovetail.repository.spi.AssociationLoad;
import dev.dovetail.repository.spi.EntityDescription;
import dev.dovetail.repository.spi.SortKey;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.Page;
import jakarta.data.repository.OrderBy;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads methods annotated with {@code @Find}. */
final class FindReader {

    private final MethodContext context;
    private final Method method;
    private final Faults faults;

    FindReader(MethodContext context, Method method) {
        this.context = context;
        this.method = method;
        this.faults = context.faults();
    }

    @Nullable
    MethodPlan read() {
        int before = faults.count();
        ResultShape shape = shape();
        EntityDescription entity = shape == null ? null : entity(shape);
        if (shape == null || entity == null) {
            return null;
        }
        SpecialParameters special = SpecialParameters.of(method);
        check(shape, special);
        Conditions conditions = conditions(entity, special);
        Ordering ordering = new Ordering(context.paths(entity), fixedOrder(entity), special.sorts());
        List<AssociationLoad> load = new LoadReader(context, method, entity).read();
        if (faults.count() > before) {
            return null;
        }
        Calls calls = context.calls(entity, method);
        return shape.single() && conditions.isById()
                ? new FindByIdPlan(
                        calls, conditions.conditions().get(0).argument(), load, shape == ResultShape.OPTIONAL)
                : new FindPlan(calls, conditions, ordering, special.paging(), load, shape);
    }

    private @Nullable ResultShape shape() {
        Class<?> type = context.types().raw(method.getGenericReturnType());
        if (type == Optional.class) {
            return ResultShape.OPTIONAL;
        }
        if (type == List.class) {
            return ResultShape.LIST;
        }
        if (type == Stream.class) {
            return ResultShape.STREAM;
        }
        if (type == Page.class) {
            return ResultShape.PAGE;
        }
        if (type.isArray()) {
            return ResultShape.ARRAY;
        }
        if (context.entity(type) != null) {
            return ResultShape.ONE;
        }
        faults.add(
                method,
                type == CursoredPage.class
                        ? "CursoredPage is not supported yet"
                        : type.getSimpleName() + " is no entity of this persistence and holds none",
                "return an entity, an Optional, List, Stream, Page or array of it");
        return null;
    }

    private @Nullable EntityDescription entity(ResultShape shape) {
        Class<?> raw = context.types().raw(method.getGenericReturnType());
        Class<?> type = switch (shape) {
            case ONE -> raw;
            case ARRAY -> raw.getComponentType();
            default -> context.types().firstArgument(method.getGenericReturnType());
        };
        EntityDescription entity = context.entity(type);
        if (entity == null) {
            faults.add(
                    method,
                    (type == null ? "it does not say what it returns" : type.getSimpleName() + " is not an entity")
                            + " of this persistence",
                    "return entities that were named where the persistence is opened; results of other types are not"
                            + " supported yet");
        }
        return entity;
    }

    private void check(ResultShape shape, SpecialParameters special) {
        if (shape.single() && special.any()) {
            faults.add(
                    method,
                    "Limit, PageRequest, Sort and Order make no sense where one entity is returned",
                    "return a List, or remove the parameter");
        }
        if (special.limits().size() + special.pages().size() > 1) {
            faults.add(method, "it can take one Limit or one PageRequest, not more", "remove the others");
        }
        if (shape == ResultShape.PAGE && special.pages().isEmpty()) {
            faults.add(method, "a Page needs to know which one", "add a parameter of type PageRequest");
        }
    }

    private Conditions conditions(EntityDescription entity, SpecialParameters special) {
        ConditionsReader reader = new ConditionsReader(context, method, entity);
        List<Condition> conditions = new ArrayList<>();
        for (int position : special.conditions()) {
            Condition condition = reader.read(position);
            if (condition != null) {
                conditions.add(condition);
            }
        }
        return new Conditions(conditions);
    }

    private List<SortKey> fixedOrder(EntityDescription entity) {
        List<SortKey> keys = new ArrayList<>();
        for (OrderBy criterion : method.getAnnotationsByType(OrderBy.class)) {
            try {
                keys.addAll(context.paths(entity)
                        .sortKeys(criterion.value(), !criterion.descending(), criterion.ignoreCase()));
            } catch (UnknownAttributeException unknown) {
                faults.add(
                        method,
                        "@OrderBy(\"" + criterion.value() + "\") names nothing that can be sorted by",
                        context.paths(entity).suggestion(criterion.value()));
            }
        }
        return keys;
    }
}
