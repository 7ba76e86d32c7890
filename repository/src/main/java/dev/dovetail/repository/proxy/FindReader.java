package dev.dovetail.repository.proxy;

import dev.dovetail.repository.proxy.Conditions.Condition;
import dev.dovetail.repository.spi.EntityDescription;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads methods with {@code @Find}. */
final class FindReader {

    private final MethodContext context;
    private final Method method;

    FindReader(MethodContext context, Method method) {
        this.context = context;
        this.method = method;
    }

    @Nullable
    MethodPlan read() {
        int before = context.faults().count();
        ResultType result = ResultType.of(context, method);
        EntityDescription entity = result == null ? null : context.resultEntity(method, result.element());
        if (result == null || entity == null) {
            return null;
        }
        Conditions conditions = conditions(entity);
        MethodPlan plan =
                new FindAssembly(context, method, entity, result).plan(conditions, List.of(), false, List.of(), 0);
        return context.faults().count() > before ? null : plan;
    }

    private Conditions conditions(EntityDescription entity) {
        ConditionsReader reader = new ConditionsReader(context, method, entity);
        List<Condition> conditions = new ArrayList<>();
        for (int position : SpecialParameters.of(method).conditions()) {
            Condition condition = reader.read(position);
            if (condition != null) {
                conditions.add(condition);
            }
        }
        return new Conditions(conditions);
    }
}
