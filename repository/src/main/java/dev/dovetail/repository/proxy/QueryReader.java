package dev.dovetail.repository.proxy;

import dev.dovetail.repository.language.BrokenQueryException;
import dev.dovetail.repository.language.ClosestName;
import dev.dovetail.repository.language.QueryFault;
import dev.dovetail.repository.language.QueryScope;
import dev.dovetail.repository.language.QueryStatement;
import dev.dovetail.repository.language.QueryText;
import dev.dovetail.repository.spi.EntityDescription;
import jakarta.data.repository.Query;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads methods with {@code @Query}. */
final class QueryReader {

    private final MethodContext context;
    private final Method method;
    private final Faults faults;
    private final String query;

    QueryReader(MethodContext context, Method method) {
        this.context = context;
        this.method = method;
        this.faults = context.faults();
        this.query = Objects.requireNonNull(method.getAnnotation(Query.class)).value();
    }

    @Nullable
    MethodPlan read() {
        int before = faults.count();
        MethodPlan plan;
        try {
            plan = read(QueryText.parse(query));
        } catch (BrokenQueryException broken) {
            for (QueryFault fault : broken.faults()) {
                faults.add(
                        method,
                        fault.problem() + "\n" + indented(fault.marked(query)) + "\n       ",
                        fault.suggestion());
            }
            return null;
        }
        return faults.count() > before ? null : plan;
    }

    private static String indented(String lines) {
        return lines.indent(8).stripTrailing();
    }

    private @Nullable MethodPlan read(QueryText text) {
        boolean finds = text.kind() == QueryStatement.Kind.SELECT && !text.counts();
        ResultType result = finds ? ResultType.of(context, method) : null;
        EntityDescription entity = entity(text, result);
        if (entity == null || finds && result == null) {
            return null;
        }
        QueryParameters parameters = QueryParameters.of(context, method);
        QueryStatement statement = text.resolve(
                new QueryScope(entity, context.backend()::describe, parameters.known(), method.getParameterCount()));
        requireUsed(parameters.positions(), statement.parameters());
        QueryFilter filter = new QueryFilter(
                statement.where(),
                statement.parameters().stream().anyMatch(index -> index >= method.getParameterCount()));
        if (result != null) {
            return new FindAssembly(context, method, entity, result)
                    .plan(filter, statement.order(), true, statement.selected(), 0);
        }
        return number(entity, statement, filter);
    }

    private @Nullable MethodPlan number(EntityDescription entity, QueryStatement statement, QueryFilter filter) {
        boolean counts = statement.kind() == QueryStatement.Kind.SELECT;
        Numbers result = Numbers.forReturn(method.getReturnType());
        if (result == null || counts && result == Numbers.NOTHING) {
            faults.add(
                    method,
                    counts ? "a count is long or int" : "a query that writes returns void, int or long",
                    "change its return type");
            return null;
        }
        if (SpecialParameters.of(method).any()) {
            faults.add(method, "Limit, PageRequest, Sort and Order make no sense here", "remove the parameter");
            return null;
        }
        Calls calls = context.calls(entity, method);
        return switch (statement.kind()) {
            case SELECT -> new CountPlan(calls, filter, result);
            case UPDATE -> new UpdatePlan(calls, statement.assignments(), filter, result);
            case DELETE -> new DeletePlan(calls, filter, result);
        };
    }

    private @Nullable EntityDescription entity(QueryText text, @Nullable ResultType result) {
        String name = text.entity();
        if (name == null) {
            EntityDescription returned = result == null ? null : context.entity(result.element());
            EntityDescription entity = returned == null ? context.primaryEntity() : returned;
            if (entity == null) {
                faults.add(
                        method,
                        "its query does not say which entity it is about",
                        "begin it with 'from Entity', or extend DataRepository<Entity, Id>");
            }
            return entity;
        }
        for (EntityDescription entity : context.backend().entities()) {
            if (entity.name().equals(name)) {
                return entity;
            }
        }
        List<String> names = context.backend().entities().stream()
                .map(EntityDescription::name)
                .sorted()
                .toList();
        String closest = ClosestName.of(name, names);
        QueryFault fault = new QueryFault(
                text.entityPosition(),
                "there is no entity '" + name + "'",
                (closest == null ? "" : "did you mean '" + closest + "'? ") + "there are " + String.join(", ", names));
        faults.add(method, fault.problem() + "\n" + indented(fault.marked(query)) + "\n       ", fault.suggestion());
        return null;
    }

    private void requireUsed(List<Integer> positions, Set<Integer> used) {
        for (int position : positions) {
            if (!used.contains(position)) {
                faults.add(
                        method,
                        position,
                        "the query does not use it",
                        "use it as ?" + (position + 1) + " or by its name, or remove it");
            }
        }
    }
}
