package dev.dovetail.repository.proxy;

import dev.dovetail.repository.spi.AttributeDescription.Kind;
import dev.dovetail.repository.spi.AttributePath;
import dev.dovetail.repository.spi.EntityDescription;
import dev.dovetail.repository.spi.Expression;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds out how rows become the results of a method: entities, single values, records or other objects. */
final class SelectedReader {

    private final MethodContext context;
    private final Method method;
    private final EntityDescription entity;

    SelectedReader(MethodContext context, Method method, EntityDescription entity) {
        this.context = context;
        this.method = method;
        this.entity = entity;
    }

    /**
     * How results are made; null after a fault.
     *
     * @param expressions what the query selects; empty if it does not say
     */
    @Nullable
    Selected read(List<Expression> expressions, Class<?> element) {
        if (expressions.isEmpty()) {
            if (element.isAssignableFrom(entity.type()) && element != Object.class) {
                return Selected.ENTITY;
            }
            return element.isRecord() ? ofComponents(element) : wrong(element, "a " + entity.name());
        }
        if (expressions.size() == 1
                && ParameterTypes.box(element)
                        .isAssignableFrom(expressions.get(0).type())) {
            return new Selected(expressions, null, false);
        }
        if (element == Object[].class) {
            return new Selected(expressions, null, true);
        }
        List<Class<?>> types =
                expressions.stream().<Class<?>>map(Expression::type).toList();
        Constructor<?> constructor = constructor(element, types);
        return constructor == null
                ? wrong(element, types.stream().map(Class::getSimpleName).collect(Collectors.joining(" and ", "", "")))
                : new Selected(expressions, maker(constructor), false);
    }

    /** The components are attributes with the same names. */
    private @Nullable Selected ofComponents(Class<?> element) {
        List<Expression> expressions = new ArrayList<>();
        int before = context.faults().count();
        for (RecordComponent component : element.getRecordComponents()) {
            AttributePath path = context.paths(entity).find(component.getName());
            if (path == null || path.last().kind() != Kind.BASIC) {
                context.faults()
                        .add(
                                method,
                                element.getSimpleName() + "." + component.getName() + " is no single value of "
                                        + entity.name(),
                                context.paths(entity).suggestion(component.getName()));
            } else if (!ParameterTypes.box(component.getType())
                    .isAssignableFrom(ParameterTypes.box(path.last().type()))) {
                context.faults()
                        .add(
                                method,
                                entity.name() + "." + path.name() + " is a "
                                        + path.last().type().getSimpleName() + ", not a "
                                        + component.getType().getSimpleName(),
                                "change the component of " + element.getSimpleName());
            } else {
                expressions.add(new Expression.Attribute(path));
            }
        }
        Constructor<?> constructor = constructor(
                element,
                Arrays.stream(element.getRecordComponents())
                        .<Class<?>>map(RecordComponent::getType)
                        .toList());
        return context.faults().count() > before || constructor == null
                ? null
                : new Selected(expressions, maker(constructor), false);
    }

    private static @Nullable Constructor<?> constructor(Class<?> element, List<Class<?>> types) {
        for (Constructor<?> constructor : element.getDeclaredConstructors()) {
            Class<?>[] parameters = constructor.getParameterTypes();
            boolean fits = parameters.length == types.size();
            for (int i = 0; fits && i < parameters.length; i++) {
                fits = ParameterTypes.fits(types.get(i), parameters[i]);
            }
            if (fits && !element.getName().startsWith("java.") && constructor.trySetAccessible()) {
                return constructor;
            }
        }
        return null;
    }

    private static MethodHandle maker(Constructor<?> constructor) {
        try {
            return MethodHandles.lookup()
                    .unreflectConstructor(constructor)
                    .asFixedArity()
                    .asSpreader(Object[].class, constructor.getParameterCount())
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(constructor + " was made accessible before", impossible);
        }
    }

    private @Nullable Selected wrong(Class<?> element, String selected) {
        context.faults()
                .add(
                        method,
                        "each result is " + selected + ", of which no " + element.getSimpleName() + " can be made",
                        "return the type that is selected, or a record with a component for each value");
        return null;
    }
}
