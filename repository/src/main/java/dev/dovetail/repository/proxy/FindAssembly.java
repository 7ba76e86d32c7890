package dev.dovetail.repository.proxy;

import dev.dovetail.repository.LoadStrategy;
import dev.dovetail.repository.Lock;
import dev.dovetail.repository.LockMode;
import dev.dovetail.repository.UnknownAttributeException;
import dev.dovetail.repository.spi.AssociationLoad;
import dev.dovetail.repository.spi.EntityDescription;
import dev.dovetail.repository.spi.Expression;
import dev.dovetail.repository.spi.SortKey;
import jakarta.data.repository.OrderBy;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts together what finds, once it is known which rows: the same for conditions, queries and names of methods. */
final class FindAssembly {

    private final MethodContext context;
    private final Method method;
    private final Faults faults;
    private final EntityDescription entity;
    private final ResultType result;
    private final SpecialParameters special;

    FindAssembly(MethodContext context, Method method, EntityDescription entity, ResultType result) {
        this.context = context;
        this.method = method;
        this.faults = context.faults();
        this.entity = entity;
        this.result = result;
        this.special = SpecialParameters.of(method);
    }

    /**
     * The plan; null after a fault.
     *
     * @param order what the query or the name itself sorts by
     * @param closed whether that order takes no other behind it, as that of a query
     * @param expressions what the query selects; empty if it does not say
     * @param first how many results there are at the most; 0 for any number
     */
    @Nullable
    MethodPlan plan(Filter filter, List<SortKey> order, boolean closed, List<Expression> expressions, int first) {
        int before = faults.count();
        Selected selected = new SelectedReader(context, method, entity).read(expressions, result.element());
        check(order, selected, first);
        List<SortKey> fixed = new ArrayList<>(order);
        fixed.addAll(annotatedOrder(order, closed));
        Ordering ordering = new Ordering(context.paths(entity), fixed, special.sorts());
        List<AssociationLoad> load = new LoadReader(context, method, entity).read();
        if (selected != null && !selected.isEntity() && !load.isEmpty()) {
            faults.add(method, "@Load has no effect where no entities are returned", "remove it");
        }
        LockMode lock = lock(selected, load);
        if (faults.count() > before || selected == null) {
            return null;
        }
        Calls calls = context.calls(entity, method);
        boolean isById = lock == null && result.shape().single() && selected.isEntity();
        return isById && filter instanceof Conditions conditions && conditions.isById()
                ? new FindByIdPlan(
                        calls, conditions.conditions().get(0).argument(), load, result.shape() == ResultShape.OPTIONAL)
                : new FindPlan(calls, filter, ordering, special.paging(first), load, result, selected, lock);
    }

    private @Nullable LockMode lock(@Nullable Selected selected, List<AssociationLoad> load) {
        Lock annotation = method.getAnnotation(Lock.class);
        if (annotation == null) {
            return null;
        }
        if (selected != null && !selected.isEntity()) {
            faults.add(method, "@Lock locks the rows of entities, and it returns none", "return entities");
        }
        if (load.stream()
                .anyMatch(each -> each.strategy() == LoadStrategy.JOINED || each.strategy() == LoadStrategy.SUBQUERY)) {
            faults.add(
                    method,
                    "@Lock locks the rows of one statement, and JOINED or SUBQUERY would make others of it",
                    "load with SELECTIN, the default");
        }
        return annotation.value();
    }

    private void check(List<SortKey> order, @Nullable Selected selected, int first) {
        if (result.shape().single() && special.any()) {
            faults.add(
                    method,
                    "Limit, PageRequest, Sort and Order make no sense where one entity is returned",
                    "return a List, or remove the parameter");
        }
        if (special.limits().size() + special.pages().size() > 1) {
            faults.add(method, "it can take one Limit or one PageRequest, not more", "remove the others");
        } else if (first > 0 && special.limits().size() + special.pages().size() > 0) {
            faults.add(method, "'First' in its name and a Limit or PageRequest exclude each other", "remove one");
        }
        if (result.shape().isPage() && special.pages().isEmpty()) {
            faults.add(method, "a Page needs to know which one", "add a parameter of type PageRequest");
        }
        if (special.orders(method) > 1) {
            faults.add(method, "it can take one Order, not more", "remove the others; an Order holds several sorts");
        }
        if (result.shape() == ResultShape.CURSORED_PAGE) {
            checkCursors(order, selected);
        }
    }

    private void checkCursors(List<SortKey> order, @Nullable Selected selected) {
        if (order.isEmpty() && special.sorts().isEmpty() && method.getAnnotationsByType(OrderBy.class).length == 0) {
            faults.add(
                    method,
                    "a CursoredPage needs an order that tells every " + entity.name() + " from the others",
                    "add @OrderBy with the id as the last one, or a parameter of type Order");
        }
        if (selected != null && !selected.isEntity()) {
            faults.add(method, "a CursoredPage holds entities, whose attributes are its cursors", "return a Page");
        }
    }

    private List<SortKey> annotatedOrder(List<SortKey> order, boolean closed) {
        OrderBy[] criteria = method.getAnnotationsByType(OrderBy.class);
        if (!order.isEmpty()
                && (criteria.length > 0 || closed && !special.sorts().isEmpty())) {
            faults.add(
                    method,
                    (closed ? "its query" : "its name") + " sorts already, and "
                            + (criteria.length > 0 ? "@OrderBy" : "a Sort or Order") + " would sort again",
                    "keep one of them");
            return List.of();
        }
        List<SortKey> keys = new ArrayList<>();
        for (OrderBy criterion : criteria) {
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
