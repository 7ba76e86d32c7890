package dev.dovetail.repository.proxy;

import dev.dovetail.repository.proxy.Conditions.Condition;
import dev.dovetail.repository.spi.EntityDescription;
import jakarta.data.repository.By;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads methods without an annotation, by their name: {@code count}, {@code countAll}, {@code countBy…},
 * {@code existsBy…} with one attribute, or {@code Id} for the id. Everything else is refused.
 */
final class NamedMethodReader {

    private static final String COUNT_BY = "countBy";
    private static final String EXISTS_BY = "existsBy";

    private final MethodContext context;
    private final Method method;

    NamedMethodReader(MethodContext context, Method method) {
        this.context = context;
        this.method = method;
    }

    @Nullable
    MethodPlan read() {
        String name = method.getName();
        boolean counts = name.startsWith(COUNT_BY);
        boolean countsAll = (name.equals("count") || name.equals("countAll")) && method.getParameterCount() == 0;
        boolean exists = name.startsWith(EXISTS_BY);
        if (!countsAll && !((counts || exists) && method.getParameterCount() == 1)) {
            refuse();
            return null;
        }
        EntityDescription entity = context.primaryEntity();
        if (entity == null) {
            context.faults().add(method, "it is not known which entity is meant", "extend DataRepository<Entity, Id>");
            return null;
        }
        Conditions conditions = countsAll
                ? new Conditions(List.of())
                : condition(entity, name.substring((counts ? COUNT_BY : EXISTS_BY).length()));
        if (conditions == null) {
            return null;
        }
        return exists ? exists(entity, conditions) : count(entity, conditions);
    }

    private @Nullable Conditions condition(EntityDescription entity, String suffix) {
        if (suffix.isEmpty()) {
            refuse();
            return null;
        }
        String attribute = Character.toLowerCase(suffix.charAt(0)) + suffix.substring(1);
        if (!suffix.equals("Id") && entity.attribute(attribute) == null) {
            refuse();
            return null;
        }
        boolean isId = suffix.equals("Id") && entity.attribute(attribute) == null;
        Condition condition = new ConditionsReader(context, method, entity).read(0, isId ? By.ID : attribute);
        return condition == null ? null : new Conditions(List.of(condition));
    }

    private @Nullable MethodPlan count(EntityDescription entity, Conditions conditions) {
        Numbers result = Numbers.forReturn(method.getReturnType());
        if (result == null || result == Numbers.NOTHING) {
            context.faults().add(method, "a count returns long or int", "change its return type");
            return null;
        }
        return new CountPlan(context.calls(entity, method), conditions, result);
    }

    private @Nullable MethodPlan exists(EntityDescription entity, Conditions conditions) {
        Class<?> type = method.getReturnType();
        if (type != boolean.class && type != Boolean.class) {
            context.faults().add(method, "'exists…' returns boolean", "change its return type");
            return null;
        }
        return new ExistsPlan(context.calls(entity, method), conditions);
    }

    private void refuse() {
        context.faults()
                .add(
                        method,
                        "it has no annotation, and of queries by method name only count(), countAll(), countBy… and"
                                + " existsBy… with one attribute are supported yet",
                        "annotate it with @Find, @Insert, @Update, @Save or @Delete, or give it a body with 'default'");
    }
}
