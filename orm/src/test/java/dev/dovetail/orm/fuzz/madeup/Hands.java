package dev.dovetail.orm.fuzz.madeup;

import dev.dovetail.repository.UnloadedAssociationException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.hibernate.LazyInitializationException;
import org.jspecify.annotations.Nullable;

/** The entities that a program holds, by the names it has for them; new, managed or detached. */
final class Hands {

    private final Family family;
    private final Samples samples;
    private final List<Object> held = new ArrayList<>();
    private final Map<Object, String> names = new IdentityHashMap<>();
    private int serial;

    Hands(Family family, Samples samples) {
        this.family = family;
        this.samples = samples;
    }

    /** One of an entity's class, made if there is none. */
    Object pick(Entity entity, int number) {
        List<Object> candidates = candidates(entity);
        return candidates.isEmpty() ? make(entity, new Random(number), 2) : candidates.get(number % candidates.size());
    }

    private List<Object> candidates(Entity entity) {
        return held.stream().filter(family.type(entity)::isInstance).toList();
    }

    /** A new one, with random values. */
    Object make(Entity entity, Random random, int depth) {
        Object made = Reflect.instance(family.type(entity));
        id(entity, made, random, depth);
        List<Attribute> attributes = entity.all();
        Attribute bad = random.nextInt(6) == 0 ? Samples.one(random, attributes) : null;
        for (Attribute attribute : attributes) {
            if (attribute.name().equals("serial")) {
                set(made, attribute, ++serial);
            } else if (attribute.isToOne()) {
                toOne(made, attribute, random, depth);
            } else if (!attribute.isPlural()) {
                set(made, attribute, samples.of(attribute, random, attribute == bad));
            } else if (random.nextInt(3) == 0 && attribute.form() != Attribute.Form.ENTITY) {
                Object collection = Objects.requireNonNull(Reflect.get(made, attribute.getter()));
                put(collection, attribute, samples.value(attribute.type(), 20, random), random);
            }
        }
        hold(made);
        return made;
    }

    private void id(Entity entity, Object made, Random random, int depth) {
        Class<?> type = made.getClass();
        Entity root = entity.root();
        // No table of TABLE_PER_CLASS knows the ids in the other ones: no engine refuses the same one in two of them.
        int own = root.annotations.toString().contains("TABLE_PER_CLASS")
                ? 10 * family.entities().indexOf(entity)
                : 0;
        switch (root.key) {
            case TEXT ->
                Reflect.call(type, made, "setId", (own == 0 ? "" : own) + (String) samples.value("String", 18, random));
            case NUMBER -> Reflect.call(type, made, "setId", own + random.nextInt(6) + 1);
            case EMBEDDED ->
                Reflect.call(
                        type,
                        made,
                        "setId",
                        new PairId(Samples.one(random, "AT", "DE", "at"), own + random.nextInt(3)));
            case CLASS -> {
                Reflect.call(type, made, "setCountry", Samples.one(random, "AT", "DE"));
                Reflect.call(type, made, "setHouse", own + random.nextInt(4));
            }
            case REFERENCE, MAPPED -> {
                Entity other = Objects.requireNonNull(root.idOf);
                Object owner = target(other, random, depth);
                Reflect.call(type, made, "setOwner", owner);
                if (root.key == Key.REFERENCE) {
                    Reflect.call(type, made, "setHouse", own + random.nextInt(4));
                }
            }
            default -> {
                // The database gives it.
            }
        }
    }

    private void toOne(Object made, Attribute attribute, Random random, int depth) {
        boolean wanted = attribute.mappedBy().isEmpty() && random.nextInt(attribute.nullable() ? 2 : 12) > 0;
        if (wanted) {
            set(made, attribute, target(family.entity(attribute.type()), random, attribute.nullable() ? 0 : depth));
        }
    }

    private @Nullable Object target(Entity entity, Random random, int depth) {
        List<Object> candidates = candidates(entity);
        if (candidates.isEmpty()) {
            return depth == 0 ? null : make(entity, random, depth - 1);
        }
        return Samples.one(random, candidates);
    }

    /** Adds an element to a collection, or puts it into a map. */
    @SuppressWarnings("unchecked")
    static void put(Object collection, Attribute attribute, Object element, Random random) {
        if (collection instanceof Map<?, ?> map) {
            Object key =
                    attribute.keyType().equals("Integer") ? Reflect.get(element, "getSerial") : "k" + random.nextInt(3);
            ((Map<@Nullable Object, Object>) map).put(key, element);
        } else {
            ((Collection<Object>) collection).add(element);
        }
    }

    void set(Object target, Attribute attribute, @Nullable Object value) {
        Reflect.call(target.getClass(), target, attribute.setter(), value);
    }

    private void hold(Object instance) {
        held.add(instance);
        names.computeIfAbsent(instance, unused -> family.of(instance).root().variable() + names.size());
    }

    /** Which entities of a refused write heard of it before the engine refused it is not promised. */
    void forgetCalls() {
        for (Object instance : names.keySet()) {
            try {
                Reflect.get(instance, "forgetCalls");
            } catch (UnloadedAssociationException | LazyInitializationException unloaded) {
                // It heard nothing.
            }
        }
    }

    /** Its name; one that the program does not hold has none. */
    String name(Object instance) {
        return names.getOrDefault(instance, "a " + family.of(instance).root().variable());
    }

    /** What came out of a call: entities by their state, and the first of them is held from now on. */
    String result(@Nullable Object result) {
        if (result == null) {
            return "null";
        }
        if (result instanceof Optional<?> optional) {
            return result(optional.orElse(null));
        }
        if (result instanceof Collection<?> collection) {
            return states(collection).toString();
        }
        if (!family.isEntity(result)) {
            return Samples.shown(result);
        }
        String known = names.get(result);
        hold(result);
        return (known == null ? "new instance " : known + " ") + state(result);
    }

    /** What was inserted twice, by merging it, has one serial number, and no order tells which of the two comes first. */
    List<String> states(Collection<?> entities) {
        List<String> all = new ArrayList<>();
        List<String> same = new ArrayList<>();
        Object last = null;
        for (Object each : entities) {
            Object number = family.isEntity(each) && !state(each).endsWith("{unloaded}")
                    ? Reflect.get(each, "getSerial")
                    : null;
            if (number == null || !number.equals(last)) {
                all.addAll(same.stream().sorted().toList());
                same.clear();
            }
            last = number;
            same.add(state(each));
        }
        all.addAll(same.stream().sorted().toList());
        return all;
    }

    /** The values of an entity, without its associations. */
    String state(@Nullable Object instance) {
        if (instance == null || !family.isEntity(instance)) {
            return Samples.shown(instance);
        }
        Entity entity = family.of(instance).root();
        try {
            List<String> values = new ArrayList<>();
            for (Attribute attribute : entity.all()) {
                if (!attribute.isPlural() && !attribute.isToOne()) {
                    values.add(attribute.name() + "=" + Samples.shown(Reflect.get(instance, attribute.getter())));
                }
            }
            StringBuilder text = new StringBuilder(entity.name + "{" + String.join(", ", values));
            text.append(" v").append(Reflect.get(instance, "count"));
            if (entity.key == Key.TEXT || entity.key == Key.NUMBER || entity.key == Key.EMBEDDED) {
                text.append(" of ").append(Samples.shown(Reflect.get(instance, "key")));
            } else if (entity.key.isGenerated() && Reflect.get(instance, "key") == null) {
                text.append(" without id");
            }
            return text.append(Reflect.get(instance, "calls")).append('}').toString();
        } catch (UnloadedAssociationException | LazyInitializationException unloaded) {
            return entity.name + "{unloaded}";
        }
    }

    /** A value or an entity as an argument. */
    String argument(@Nullable Object value) {
        if (value instanceof Collection<?> collection) {
            return collection.stream().map(this::argument).toList().toString();
        }
        return value != null && family.isEntity(value) ? name(value) : Samples.shown(value);
    }
}
