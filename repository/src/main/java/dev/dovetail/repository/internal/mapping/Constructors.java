package dev.dovetail.repository.internal.mapping;

import java.lang.reflect.Constructor;

/** The constructors that make empty entities and embeddables. */
final class Constructors {

    private Constructors() {}

    /** The constructor without parameters; a fault, and a useless one, if there is none. */
    static Constructor<?> withoutParameters(Class<?> type, MappingFaults faults) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException none) {
            faults.add(type, "it has no constructor without parameters", "add one, it may be protected");
            return Object.class.getConstructors()[0];
        }
    }
}
