package dev.dovetail.repository.proxy;

import dev.dovetail.repository.Upsert;
import dev.dovetail.repository.spi.EntityDescription;
import dev.dovetail.repository.spi.EntityKeys;
import jakarta.data.repository.By;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads methods with {@link Upsert}. */
final class UpsertReader {

    private final MethodContext context;
    private final Method method;
    private final Faults faults;

    UpsertReader(MethodContext context, Method method) {
        this.context = context;
        this.method = method;
        this.faults = context.faults();
    }

    /** The plan; null after a fault. */
    @Nullable
    MethodPlan read() {
        EntityArgument argument = EntityArgument.of(method, context.types(), context.backend());
        if (argument == null) {
            faults.add(
                    method,
                    "@Upsert takes exactly one parameter: an entity of this persistence, a List or an array of them",
                    "change its parameters");
            return null;
        }
        Numbers numbers = Numbers.forReturn(method.getReturnType());
        if (numbers == null && !returnsWhatItTakes(argument)) {
            faults.add(
                    method,
                    "@Upsert returns what it takes, the number of rows, or nothing",
                    "change its return type, also to int or long");
        }
        List<String> key = key(argument.entity());
        Calls calls = context.calls(argument.entity(), method);
        return key == null ? null : new UpsertPlan(calls, new GivenEntities(calls, argument.shape()), key, numbers);
    }

    private boolean returnsWhatItTakes(EntityArgument argument) {
        EntityArgument result = EntityArgument.of(method.getGenericReturnType(), context.types(), context.backend());
        return result != null
                && result.shape() == argument.shape()
                && result.type().isAssignableFrom(argument.type());
    }

    private @Nullable List<String> key(EntityDescription entity) {
        EntityKeys keys = context.backend().keys(entity.type());
        if (keys == null) {
            faults.add(
                    method,
                    "@Upsert writes one row of one table, and " + entity.name()
                            + " is in a hierarchy, in several tables, or has an id of several attributes",
                    "use @Save");
            return null;
        }
        String[] named = method.getAnnotation(Upsert.class).value();
        return named.length == 0 ? byDefault(entity, keys) : named(entity, keys, Set.of(named));
    }

    private @Nullable List<String> byDefault(EntityDescription entity, EntityKeys keys) {
        if (!keys.generated()) {
            return keys.id();
        }
        if (keys.unique().size() == 1) {
            return keys.unique().get(0);
        }
        faults.add(
                method,
                "the id of " + entity.name() + " is generated, and it has "
                        + keys.unique().size() + " unique keys",
                keys.unique().isEmpty()
                        ? "declare a unique key, or use @Save"
                        : "name the attributes of one: @Upsert(…) with one of " + keys.unique());
        return null;
    }

    private @Nullable List<String> named(EntityDescription entity, EntityKeys keys, Set<String> named) {
        Set<String> wanted = named.equals(Set.of(By.ID)) ? Set.copyOf(keys.id()) : named;
        if (keys.generated() && wanted.equals(Set.copyOf(keys.id()))) {
            faults.add(
                    method,
                    "the id of " + entity.name() + " is generated, so a new one has none to compare by",
                    "name the attributes of a unique key, one of " + keys.unique());
            return null;
        }
        List<List<String>> candidates = new ArrayList<>(keys.unique());
        if (!keys.generated()) {
            candidates.add(0, keys.id());
        }
        for (List<String> candidate : candidates) {
            if (wanted.equals(Set.copyOf(candidate))) {
                return candidate;
            }
        }
        faults.add(
                method,
                named.stream().sorted().toList() + " is no key of " + entity.name()
                        + ", so several rows may have the same values",
                candidates.isEmpty()
                        ? "declare a unique key in the mapping"
                        : "name exactly the attributes of one of " + candidates);
        return null;
    }
}
