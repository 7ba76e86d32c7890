package dev.dovetail.repository.proxy;

import dev.dovetail.repository.proxy.Conditions.Condition;
import dev.dovetail.repository.proxy.LifecyclePlan.Operation;
import dev.dovetail.repository.spi.EntityDescription;
import jakarta.data.repository.By;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads methods annotated with {@code @Delete}: those that take entities, and those that take conditions. */
final class DeleteReader {

    private final MethodContext context;
    private final Method method;

    DeleteReader(MethodContext context, Method method) {
        this.context = context;
        this.method = method;
    }

    @Nullable
    MethodPlan read() {
        EntityArgument argument = EntityArgument.of(method, context.types(), context.backend());
        boolean isCondition = argument != null && method.getParameters()[0].isAnnotationPresent(By.class);
        return argument == null || isCondition ? byConditions() : ofEntities(argument);
    }

    private @Nullable MethodPlan ofEntities(EntityArgument argument) {
        EntityDescription primary = context.primaryEntity();
        String name = method.getParameters()[0].getName();
        if (primary != null
                && primary != argument.entity()
                && context.paths(primary).find(name) != null) {
            context.faults()
                    .add(
                            method,
                            0,
                            "deletes the given " + argument.entity().name() + ", though " + primary.name()
                                    + " has an attribute of this name",
                            "write @By(\"" + name + "\") before it to delete each " + primary.name()
                                    + " that has it, or rename the parameter");
            return null;
        }
        if (method.getReturnType() != void.class) {
            context.faults().add(method, "a delete of given entities returns nothing", "make it void");
            return null;
        }
        Calls calls = context.calls(argument.entity(), method);
        return new LifecyclePlan(calls, Operation.DELETE, new GivenEntities(calls, argument.shape()), false);
    }

    private @Nullable MethodPlan byConditions() {
        int before = context.faults().count();
        EntityDescription entity = context.primaryEntity();
        if (entity == null) {
            context.faults()
                    .add(
                            method,
                            "it is not known which entity to delete",
                            "extend DataRepository<Entity, Id>, or take an entity of this persistence");
            return null;
        }
        Numbers result = Numbers.forReturn(method.getReturnType());
        if (result == null) {
            context.faults().add(method, "a delete returns void, int or long", "change its return type");
        }
        ConditionsReader reader = new ConditionsReader(context, method, entity);
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i < method.getParameterCount(); i++) {
            if (SpecialParameters.isSpecial(method.getParameterTypes()[i])) {
                context.faults().add(method, i, "a delete takes conditions only", "remove the parameter");
            } else {
                Condition condition = reader.read(i);
                if (condition != null) {
                    conditions.add(condition);
                }
            }
        }
        return context.faults().count() > before || result == null
                ? null
                : new DeletePlan(context.calls(entity, method), new Conditions(conditions), result);
    }
}
