package dev.dovetail.repository.proxy;

import dev.dovetail.repository.language.QueryParameter;
import jakarta.data.repository.Param;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a method as its query may name them.
 *
 * @param known by {@code :name} and by {@code ?1}
 * @param positions where they stand, from 0
 */
record QueryParameters(Map<String, QueryParameter> known, List<Integer> positions) {

    static QueryParameters of(MethodContext context, Method method) {
        Map<String, QueryParameter> known = new HashMap<>();
        List<Integer> positions = SpecialParameters.of(method).conditions();
        for (int position : positions) {
            Class<?> type = context.types().raw(method.getGenericParameterTypes()[position]);
            QueryParameter parameter = new QueryParameter(position, type, element(context, method, position, type));
            known.put("?" + (position + 1), parameter);
            Parameter declared = method.getParameters()[position];
            Param name = declared.getAnnotation(Param.class);
            if (name != null || declared.isNamePresent()) {
                known.put(":" + (name == null ? declared.getName() : name.value()), parameter);
            }
        }
        return new QueryParameters(known, positions);
    }

    private static @Nullable Class<?> element(MethodContext context, Method method, int position, Class<?> type) {
        if (Collection.class.isAssignableFrom(type)) {
            Class<?> element = context.types().firstArgument(method.getGenericParameterTypes()[position]);
            return element == null ? Object.class : element;
        }
        return type.isArray() && !type.getComponentType().isPrimitive() ? type.getComponentType() : null;
    }
}
