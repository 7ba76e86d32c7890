package dev.dovetail.repository.proxy;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the type variables of a repository's supertypes stand for in it. */
final class TypeArguments {

    private final Map<TypeVariable<?>, Type> arguments = new HashMap<>();

    TypeArguments(Class<?> repository) {
        collect(repository);
    }

    private void collect(Class<?> type) {
        for (Type parent : type.getGenericInterfaces()) {
            if (parent instanceof ParameterizedType parameterized
                    && parameterized.getRawType() instanceof Class<?> raw) {
                TypeVariable<?>[] variables = raw.getTypeParameters();
                for (int i = 0; i < variables.length; i++) {
                    arguments.put(variables[i], parameterized.getActualTypeArguments()[i]);
                }
                collect(raw);
            } else if (parent instanceof Class<?> raw) {
                collect(raw);
            }
        }
    }

    /** The class of a type, variables and bounds resolved; {@code Object} where nothing is known. */
    Class<?> raw(Type type) {
        if (type instanceof Class<?> known) {
            return known;
        }
        if (type instanceof ParameterizedType parameterized) {
            return raw(parameterized.getRawType());
        }
        if (type instanceof GenericArrayType array) {
            return Array.newInstance(raw(array.getGenericComponentType()), 0).getClass();
        }
        if (type instanceof WildcardType wildcard) {
            return raw(wildcard.getUpperBounds()[0]);
        }
        if (type instanceof TypeVariable<?> variable) {
            Type argument = arguments.get(variable);
            return raw(argument == null ? variable.getBounds()[0] : argument);
        }
        return Object.class;
    }

    /** The class of the first type argument, such as the element type of a list; null if there is none. */
    @Nullable
    Class<?> firstArgument(Type type) {
        return type instanceof ParameterizedType parameterized
                ? raw(parameterized.getActualTypeArguments()[0])
                : null;
    }

    /** What a variable of a supertype stands for; null if the supertype is none of the repository. */
    @Nullable
    Class<?> argument(TypeVariable<?> variable) {
        Type argument = arguments.get(variable);
        return argument == null ? null : raw(argument);
    }
}
