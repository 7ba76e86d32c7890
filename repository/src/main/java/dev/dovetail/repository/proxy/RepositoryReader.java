package dev.dovetail.repository.proxy;

import dev.dovetail.repository.Load;
import dev.dovetail.repository.Lock;
import dev.dovetail.repository.Upsert;
import dev.dovetail.repository.spi.EntityDescription;
import dev.dovetail.repository.spi.RepositoryBackend;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Save;
import jakarta.data.repository.Update;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads and checks a repository interface. */
final class RepositoryReader {

    private static final List<Class<? extends Annotation>> OPERATIONS =
            List.of(Find.class, Insert.class, Update.class, Save.class, Delete.class, Query.class, Upsert.class);

    private final MethodContext context;
    private final Faults faults;
    private int resources;

    private RepositoryReader(MethodContext context) {
        this.context = context;
        this.faults = context.faults();
    }

    static RepositoryModel read(Class<?> type, RepositoryBackend backend) {
        Faults faults = new Faults(type);
        if (!type.isInterface() || type.isAnnotation() || type.isSealed()) {
            faults.add(type.getName() + " is not an open interface", "declare it as an interface");
            faults.throwIfAny();
        }
        Repository annotation = type.getAnnotation(Repository.class);
        if (annotation != null
                && !annotation.provider().equals(Repository.ANY_PROVIDER)
                && !annotation.provider().equalsIgnoreCase("Dovetail")) {
            faults.add(
                    "@Repository asks for the provider '" + annotation.provider() + "'",
                    "leave the provider out or write \"Dovetail\"");
        }
        TypeArguments types = new TypeArguments(type);
        EntityDescription primary = PrimaryEntity.of(type, types, backend, faults);
        RepositoryReader reader = new RepositoryReader(new MethodContext(type, backend, types, faults, primary));
        Map<Method, MethodPlan> plans = new HashMap<>();
        for (Method method : type.getMethods()) {
            if (!Modifier.isStatic(method.getModifiers())) {
                MethodPlan plan = reader.plan(method);
                if (plan != null) {
                    plans.put(method, plan);
                }
            }
        }
        faults.throwIfAny();
        return new RepositoryModel(type, plans);
    }

    private @Nullable MethodPlan plan(Method method) {
        if (method.isDefault()) {
            return defaultMethod(method);
        }
        if (isObjectMethod(method)) {
            return null;
        }
        Supplier<?> resource =
                method.getParameterCount() == 0 ? context.backend().resource(method.getReturnType()) : null;
        if (resource != null) {
            if (resources++ > 0) {
                faults.add(method, "it is the second method that hands out a resource", "keep one of them");
            }
            return new ResourcePlan(resource);
        }
        List<Class<? extends Annotation>> operations =
                OPERATIONS.stream().filter(method::isAnnotationPresent).toList();
        if (operations.size() > 1) {
            faults.add(
                    method,
                    "@" + operations.get(0).getSimpleName() + " and @"
                            + operations.get(1).getSimpleName() + " exclude each other",
                    "keep one");
            return null;
        }
        Class<? extends Annotation> operation = operations.isEmpty() ? null : operations.get(0);
        MethodPlan plan = plan(method, operation);
        boolean finds = operation == Find.class
                || operation == null && method.getName().startsWith("find")
                || operation == Query.class && (plan == null || plan.finds());
        if (!finds) {
            refuseOnlyFind(method, Lock.class);
            refuseOnlyFind(method, Load.class);
            refuseOnlyFind(method, Load.List.class);
            refuseOnlyFind(method, OrderBy.class);
            refuseOnlyFind(method, OrderBy.List.class);
        }
        return plan;
    }

    private @Nullable MethodPlan plan(Method method, @Nullable Class<? extends Annotation> operation) {
        if (operation == Find.class) {
            return new FindReader(context, method).read();
        }
        if (operation == Delete.class) {
            return new DeleteReader(context, method).read();
        }
        if (operation == Query.class) {
            return new QueryReader(context, method).read();
        }
        if (operation == Upsert.class) {
            return new UpsertReader(context, method).read();
        }
        return operation == null
                ? new NamedMethodReader(context, method).read()
                : new LifecycleReader(context, method).read(operation);
    }

    private void refuseOnlyFind(Method method, Class<? extends Annotation> annotation) {
        if (method.isAnnotationPresent(annotation)) {
            String name = annotation == Lock.class
                    ? "@Lock"
                    : annotation == Load.class || annotation == Load.List.class ? "@Load" : "@OrderBy";
            faults.add(method, name + " has no effect here", "add @Find if the method finds entities, or remove it");
        }
    }

    private @Nullable MethodPlan defaultMethod(Method method) {
        try {
            return DefaultMethodPlan.of(method);
        } catch (IllegalAccessException closed) {
            faults.add(
                    method,
                    "its body cannot be called: " + closed.getMessage(),
                    "open the package of the interface to dev.dovetail.repository");
            return null;
        }
    }

    /** Interfaces may redeclare toString, equals and hashCode; they mean Object's. */
    private static boolean isObjectMethod(Method method) {
        try {
            Object.class.getMethod(method.getName(), method.getParameterTypes());
            return true;
        } catch (NoSuchMethodException other) {
            return false;
        }
    }
}
