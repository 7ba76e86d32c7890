package dev.dovetail.repository.proxy;

import dev.dovetail.repository.UnknownAttributeException;
import dev.dovetail.repository.proxy.Conditions.Condition;
import dev.dovetail.repository.proxy.LifecyclePlan.Operation;
import dev.dovetail.repository.proxy.NamedQuery.Action;
import dev.dovetail.repository.proxy.NamedQuery.OrderItem;
import dev.dovetail.repository.spi.EntityDescription;
import dev.dovetail.repository.spi.SortKey;
import jakarta.data.repository.By;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads methods without annotation by their names. */
final class NamedMethodReader {

    /** The methods of a unit of work; what they do is written with its next flush. */
    private static final Map<String, Operation> STATEFUL = Map.of(
            "add", Operation.ADD,
            "addAll", Operation.ADD,
            "merge", Operation.MERGE,
            "refresh", Operation.REFRESH,
            "detach", Operation.DETACH,
            "remove", Operation.REMOVE);

    private final MethodContext context;
    private final Method method;
    private final Faults faults;

    NamedMethodReader(MethodContext context, Method method) {
        this.context = context;
        this.method = method;
        this.faults = context.faults();
    }

    private @Nullable MethodPlan byId() {
        EntityDescription entity = context.resultEntity(method, context.types().raw(method.getGenericReturnType()));
        Condition id = entity == null ? null : new ConditionsReader(context, method, entity).read(0, By.ID);
        return entity == null || id == null
                ? null
                : new FindAssembly(context, method, entity, new ResultType(ResultShape.ONE, entity.type()))
                        .plan(new Conditions(List.of(id)), List.of(), false, List.of(), 0);
    }

    @Nullable
    MethodPlan read() {
        if (!NamedQueryParser.isAction(method.getName())) {
            Operation operation = STATEFUL.get(method.getName());
            if (operation != null) {
                return new LifecycleReader(context, method).read(operation, "'" + method.getName() + "'");
            }
            if (method.getName().equals("get") && method.getParameterCount() == 1) {
                return byId();
            }
            faults.add(
                    method,
                    "it has no annotation, and its name does not begin with find, delete, count or exists,"
                            + " nor is it add, merge, refresh, detach, remove or get",
                    "annotate it with @Find, @Query, @Insert, @Update, @Save, @Upsert or @Delete, or give it a body with 'default'");
            return null;
        }
        int before = faults.count();
        ResultType result = method.getName().startsWith("find") ? ResultType.of(context, method) : null;
        EntityDescription entity = faults.count() > before ? null : entity(result);
        if (entity == null) {
            return null;
        }
        NamedQuery query;
        try {
            query = new NamedQueryParser(new NamedPaths(context.paths(entity))).parse(method.getName());
        } catch (IllegalArgumentException unreadable) {
            faults.add(method, String.valueOf(unreadable.getMessage()), "correct the name, or write a @Query");
            return null;
        }
        Filter filter = new NamedFilterReader(context, method, entity).read(query.alternatives());
        List<SortKey> order = order(entity, query.order());
        MethodPlan plan = result == null
                ? number(entity, query.action(), filter)
                : new FindAssembly(context, method, entity, result)
                        .plan(filter, order, false, List.of(), query.first());
        return faults.count() > before ? null : plan;
    }

    private @Nullable EntityDescription entity(@Nullable ResultType result) {
        if (result != null) {
            return context.resultEntity(method, result.element());
        }
        EntityDescription primary = context.primaryEntity();
        if (primary == null) {
            faults.add(method, "it is not known which entity is meant", "extend DataRepository<Entity, Id>");
        }
        return primary;
    }

    private List<SortKey> order(EntityDescription entity, List<OrderItem> items) {
        List<SortKey> keys = new ArrayList<>();
        for (OrderItem item : items) {
            try {
                keys.addAll(context.paths(entity).sortKeys(item.path().name(), item.ascending(), false));
            } catch (UnknownAttributeException notSortable) {
                faults.add(
                        method,
                        entity.name() + "." + item.path().name()
                                + " is no single value, so nothing can be sorted by it",
                        "sort by another attribute");
            }
        }
        return keys;
    }

    private @Nullable MethodPlan number(EntityDescription entity, Action action, Filter filter) {
        if (SpecialParameters.of(method).any()) {
            faults.add(method, "it takes conditions only", "remove what limits or sorts");
        }
        Class<?> type = method.getReturnType();
        if (action == Action.EXISTS) {
            if (type != boolean.class && type != Boolean.class) {
                faults.add(method, "'exists…' returns boolean", "change its return type");
            }
            return new ExistsPlan(context.calls(entity, method), filter);
        }
        Numbers result = Numbers.forReturn(type);
        if (result == null || action == Action.COUNT && result == Numbers.NOTHING) {
            faults.add(
                    method,
                    action == Action.COUNT ? "a count returns long or int" : "a delete returns void, int or long",
                    "change its return type");
            return null;
        }
        Calls calls = context.calls(entity, method);
        return action == Action.COUNT ? new CountPlan(calls, filter, result) : new DeletePlan(calls, filter, result);
    }
}
