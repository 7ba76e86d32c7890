package dev.dovetail.repository.proxy;

import java.lang.invoke.MethodType;

/** Compares types of parameters with types of attributes. */
final class ParameterTypes {

    private ParameterTypes() {}

    /** Whether each value of the parameter can be one of the attribute: no conversion takes place. */
    static boolean fits(Class<?> parameter, Class<?> attribute) {
        return box(attribute).isAssignableFrom(box(parameter));
    }

    static Class<?> box(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }
}
