package dev.dovetail.repository.proxy;

import java.lang.reflect.Method;
import java.util.Map;

/** A checked repository interface: what each of its methods does. */
record RepositoryModel(Class<?> type, Map<Method, MethodPlan> plans) {

    RepositoryModel {
        plans = Map.copyOf(plans);
    }
}
