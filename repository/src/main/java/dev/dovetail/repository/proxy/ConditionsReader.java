package dev.dovetail.repository.proxy;

import dev.dovetail.repository.proxy.Conditions.Condition;
import dev.dovetail.repository.spi.AttributeDescription;
import dev.dovetail.repository.spi.AttributeDescription.Kind;
import dev.dovetail.repository.spi.AttributePath;
import dev.dovetail.repository.spi.EntityDescription;
import jakarta.data.repository.By;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a method that are conditions. */
final class ConditionsReader {

    private final MethodContext context;
    private final Method method;
    private final EntityDescription entity;

    ConditionsReader(MethodContext context, Method method, EntityDescription entity) {
        this.context = context;
        this.method = method;
        this.entity = entity;
    }

    /** The condition of a parameter; null after a fault. */
    @Nullable
    Condition read(int position) {
        Parameter parameter = method.getParameters()[position];
        By by = parameter.getAnnotation(By.class);
        if (by == null && !parameter.isNamePresent()) {
            fault(
                    position,
                    "its name is not in the class file",
                    "compile with -parameters, or write @By(\"attribute\") before it");
            return null;
        }
        return read(position, by == null ? parameter.getName() : by.value());
    }

    /** The condition of a parameter on an attribute; null after a fault. */
    @Nullable
    Condition read(int position, String name) {
        Class<?> given = context.types().raw(method.getGenericParameterTypes()[position]);
        List<String> id = entity.idAttributes();
        if (name.equals(By.ID) || (id.size() == 1 && id.get(0).equals(name))) {
            if (!ParameterTypes.fits(given, entity.idType())) {
                wrongType(position, "the id of " + entity.name(), given, entity.idType());
                return null;
            }
            return new Condition(position, null);
        }
        AttributePath path = context.paths(entity).find(name);
        if (path == null) {
            fault(
                    position,
                    entity.name() + " has no attribute '" + name + "'",
                    context.paths(entity).suggestion(name));
            return null;
        }
        for (AttributeDescription step : path.steps()) {
            if (step.kind() == Kind.TO_MANY || step.kind() == Kind.ELEMENTS) {
                fault(
                        position,
                        entity.name() + "." + step.name() + " is a collection, and a condition needs a single value",
                        "put the method into the repository of the collection's elements");
                return null;
            }
        }
        if (!ParameterTypes.fits(given, path.last().type())) {
            wrongType(
                    position,
                    entity.name() + "." + path.name(),
                    given,
                    path.last().type());
            return null;
        }
        return new Condition(position, path);
    }

    private void wrongType(int position, String attribute, Class<?> given, Class<?> expected) {
        fault(
                position,
                attribute + " is a " + expected.getSimpleName() + ", not a " + given.getSimpleName(),
                "change the parameter's type to " + expected.getSimpleName());
    }

    private void fault(int position, String problem, String suggestion) {
        context.faults().add(method, position, problem, suggestion);
    }
}
