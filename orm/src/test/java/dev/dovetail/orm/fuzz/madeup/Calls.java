package dev.dovetail.orm.fuzz.madeup;

import dev.dovetail.orm.fuzz.madeup.Attribute.Form;
import dev.dovetail.repository.EntityStateException;
import dev.dovetail.repository.Persistence;
import dev.dovetail.repository.UnloadedAssociationException;
import jakarta.data.Limit;
import jakarta.data.Order;
import jakarta.data.Sort;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What the lines of a program do. */
final class Calls {

    private final Persistence persistence;
    private final Family family;
    private final Samples samples;
    private final Hands hands;
    private String code = "";

    Calls(Persistence persistence, Family family, Samples samples) {
        this.persistence = persistence;
        this.family = family;
        this.samples = samples;
        this.hands = new Hands(family, samples);
    }

    /** The line that was performed last, as code. */
    String code() {
        return code;
    }

    /** Performs a line, and says what came out. */
    String perform(Line line) {
        code = line.kind().toString();
        Entity entity = family.entities().get(line.a() % family.entities().size());
        return switch (line.kind()) {
            case BEGIN, END -> "nothing to end";
            case NEW -> created(entity, line);
            case INSERT -> {
                Object made = hands.make(entity, line.values(), 1);
                code = "insert(" + hands.state(made) + ")";
                yield hands.result(call(entity, "insert", made));
            }
            case SAVE -> onOne(entity, "save", line);
            case UPDATE -> onOne(entity, "update", line);
            case DELETE -> onOne(entity, "delete", line);
            case ADD -> added(entity, line);
            case MERGE -> onOne(entity, "merge", line);
            case REMOVE -> onOne(entity, "remove", line);
            case REFRESH -> onOne(entity, "refresh", line);
            case DETACH -> onOne(entity, "detach", line);
            case SEVERAL -> onSeveral(entity, line);
            case DELETE_BY_ID -> byId(entity, "deleteById", line);
            case LOCK -> byId(entity, "locked", line);
            case FIND -> found(entity, line);
            case SET -> set(entity, line);
            case TO_ONE -> toOne(entity, line);
            case COLLECTION -> collection(entity, line);
            case USE -> use(entity, line);
            case ALL -> hands.result(call(entity, "all"));
            case PAGE -> page(entity, line);
            case CURSOR -> cursor(entity, line);
            case SORTED -> hands.result(call(entity, "sorted", order(entity, line)));
            case ASK -> ask(entity, line);
        };
    }

    /** To be called after each failure. */
    void forgetCalls() {
        hands.forgetCalls();
    }

    private @Nullable Object call(Entity entity, String method, @Nullable Object... arguments) {
        List<String> shown = new ArrayList<>();
        for (Object argument : arguments) {
            shown.add(hands.argument(argument));
        }
        code = entity.variable() + "s." + method + "(" + String.join(", ", shown) + ")";
        Class<?> type = family.repository(entity);
        return Reflect.call(type, persistence.repository(type), method, arguments);
    }

    private String created(Entity entity, Line line) {
        Object made = hands.make(entity, line.values(), 1);
        code = hands.name(made) + " = new " + entity.name + "()";
        return hands.state(made);
    }

    private String onOne(Entity entity, String method, Line line) {
        return hands.result(call(entity, method, hands.pick(entity, line.b())));
    }

    /** Some are changed before they are written. */
    private String added(Entity entity, Line line) {
        String added = onOne(entity, "add", line);
        if (line.c() % 3 > 0) {
            return added;
        }
        String before = code;
        set(entity, line);
        code = before + "; " + code;
        return added;
    }

    private String onSeveral(Entity entity, Line line) {
        String method =
                List.of("insertAll", "saveAll", "updateAll", "deleteAll").get(line.c() % 4);
        Random random = line.values();
        List<Object> several = new ArrayList<>();
        for (int i = 0; i < 2 + line.c() % 2; i++) {
            Object one = method.equals("insertAll") && random.nextInt(4) > 0
                    ? hands.make(entity, random, 1)
                    : hands.pick(entity, line.b() + i);
            // Of two detached instances of one row Hibernate mixes what their collections held.
            if (several.stream().noneMatch(other -> other != one && isSameRow(other, one))) {
                several.add(one);
            }
        }
        return hands.result(call(entity, method, several));
    }

    private static boolean isSameRow(Object one, Object other) {
        Object key = Reflect.get(one, "key");
        return key != null && key.equals(Reflect.get(other, "key"));
    }

    /** Ids that are made by the database are not the same on both sides, so the name of the owner is shown. */
    private String byId(Entity entity, String method, Line line) {
        Object one = hands.pick(entity, line.b());
        return hands.result(callById(entity, method, one, Reflect.get(one, "key")));
    }

    private @Nullable Object callById(Entity entity, String method, Object one, @Nullable Object id) {
        try {
            return call(entity, method, id);
        } finally {
            code = entity.variable() + "s." + method + "(" + hands.name(one) + ".id)";
        }
    }

    private String found(Entity entity, Line line) {
        List<Attribute> loads = RepositorySource.associations(entity);
        return switch (line.c() % 4) {
            case 0 -> byId(entity, "get", line);
            case 1 -> byId(entity, "findById", line);
            default ->
                loads.isEmpty()
                        ? byId(entity, "findById", line)
                        : byId(
                                entity,
                                "with" + loads.get(line.c() / 4 % loads.size()).capital(),
                                line);
        };
    }

    private String set(Entity entity, Line line) {
        List<Attribute> values = entity.all().stream()
                .filter(each ->
                        !each.isPlural() && !each.isToOne() && !each.name().equals("serial"))
                .toList();
        if (values.isEmpty()) {
            return "nothing to set";
        }
        Object target = hands.pick(entity, line.b());
        Attribute attribute = values.get(line.c() % values.size());
        if (line.a() % 2 == 0 && Reflect.get(target, attribute.getter()) instanceof byte[] bytes && bytes.length > 0) {
            code = hands.name(target) + "." + attribute.getter() + "()[0]++";
            bytes[0]++;
            return "set";
        }
        Object value = samples.of(attribute, line.values());
        code = hands.name(target) + "." + attribute.setter() + "(" + hands.argument(value) + ")";
        hands.set(target, attribute, value);
        return "set";
    }

    private String toOne(Entity entity, Line line) {
        List<Attribute> references =
                entity.all().stream().filter(Attribute::isToOne).toList();
        if (references.isEmpty()) {
            return "no reference";
        }
        Object target = hands.pick(entity, line.b());
        Attribute attribute = references.get(line.c() % references.size());
        Random random = line.values();
        Object value = random.nextInt(attribute.nullable() ? 4 : 20) == 0
                ? null
                : hands.pick(family.entity(attribute.type()), random.nextInt(1_000));
        code = hands.name(target) + "." + attribute.setter() + "(" + hands.argument(value) + ")";
        hands.set(target, attribute, value);
        return "set";
    }

    private String collection(Entity entity, Line line) {
        List<Attribute> plurals =
                entity.all().stream().filter(Attribute::isPlural).toList();
        if (plurals.isEmpty()) {
            return "no collection";
        }
        Attribute attribute = plurals.get(line.c() % plurals.size());
        Random random = line.values();
        Object owner = hands.pick(entity, line.b());
        if (random.nextInt(3) > 0) {
            Object id = Reflect.get(owner, "key");
            if (id != null
                    && callById(entity, "with" + attribute.capital(), owner, id) instanceof Optional<?> optional
                    && optional.isPresent()) {
                hands.result(optional);
                owner = optional.get();
            }
        }
        Object collection = Objects.requireNonNull(Reflect.get(owner, attribute.getter()));
        String of = hands.name(owner) + "." + attribute.getter() + "()";
        switch (random.nextInt(10)) {
            case 0 -> {
                code = of + ".clear()";
                Containers.clear(collection);
            }
            case 1, 2, 3 -> {
                code = of + ".remove one";
                Containers.removeOne(collection, hands::state);
            }
            case 4 -> {
                code = hands.name(owner) + "." + attribute.setter() + "(empty)";
                hands.set(owner, attribute, Containers.emptyLike(attribute));
            }
            default -> {
                Object element = attribute.form() == Form.ENTITY
                        ? hands.pick(family.entity(attribute.type()), random.nextInt(1_000))
                        : samples.value(attribute.type(), 20, random);
                code = of + ".add(" + hands.argument(element) + ")";
                Hands.put(collection, attribute, element, random);
                link(owner, attribute, element, random);
            }
        }
        return "size " + Containers.size(Objects.requireNonNull(Reflect.get(owner, attribute.getter())));
    }

    /** The other side, as programs should set it and sometimes do not. */
    private void link(Object owner, Attribute attribute, Object element, Random random) {
        if (attribute.mappedBy().isEmpty() || random.nextInt(6) == 0) {
            return;
        }
        for (Attribute other : family.entity(attribute.type()).all()) {
            if (other.name().equals(attribute.mappedBy()) && other.isToOne()) {
                code += " and back";
                hands.set(element, other, owner);
            }
        }
    }

    private String use(Entity entity, Line line) {
        List<Attribute> associations = RepositorySource.associations(entity);
        if (associations.isEmpty()) {
            return "no association";
        }
        Object owner = hands.pick(entity, line.b());
        Attribute attribute = associations.get(line.c() % associations.size());
        code = hands.name(owner) + "." + attribute.getter() + "()";
        if (line.c() % 5 > 0) {
            return associated(owner, attribute);
        }
        code = "allowLazyLoading(" + code + ")";
        return persistence.<String, RuntimeException>allowLazyLoading(() -> associated(owner, attribute));
    }

    private String associated(Object owner, Attribute attribute) {
        Object value = Reflect.get(owner, attribute.getter());
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(each -> each.getKey() + "=" + hands.state(each.getValue()))
                    .sorted()
                    .toList()
                    .toString();
        }
        if (value instanceof Collection<?> collection) {
            var states = collection.stream().map(hands::state);
            return (attribute.shape() == Shape.LIST ? states : states.sorted())
                    .toList()
                    .toString();
        }
        if (value == null) {
            return "null";
        }
        Reflect.get(value, "getSerial");
        return hands.state(value);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Order<?> order(Entity entity, Line line) {
        List<String> sorts = MadeUpMethods.sorts(entity, family::entity);
        List<Sort<Object>> chosen = new ArrayList<>();
        Random random = line.values();
        for (int i = 0; i < random.nextInt(3); i++) {
            String path = Samples.one(random, sorts);
            chosen.add(random.nextBoolean() ? Sort.asc(path) : Sort.desc(path));
        }
        chosen.add(Sort.asc("serial"));
        return Order.by((Sort[]) chosen.toArray(Sort<?>[]::new));
    }

    private String page(Entity entity, Line line) {
        if (line.b() % 4 == 0) {
            int first = 1 + line.c() % 3;
            return hands.result(call(entity, "some", Limit.range(first, first + line.b() % 3)));
        }
        PageRequest request = PageRequest.ofPage(1 + line.b() % 3).size(1 + line.c() % 3);
        Page<?> page = (Page<?>)
                Objects.requireNonNull(call(entity, "page", line.b() % 2 == 0 ? request : request.withoutTotal()));
        return hands.result(page.content()) + (page.hasTotals() ? " of " + page.totalElements() : "") + " more "
                + page.hasNext();
    }

    private String cursor(Entity entity, Line line) {
        Order<?> order = order(entity, line);
        PageRequest request = PageRequest.ofSize(1 + line.c() % 3);
        StringBuilder text = new StringBuilder();
        try {
            walk(entity, line.b(), line.b() % 2 == 0 ? request : request.withoutTotal(), order, text);
        } finally {
            code = entity.variable() + "s.cursored(" + request + ", " + order + ")";
        }
        return text.toString();
    }

    private void walk(Entity entity, int steps, PageRequest first, Order<?> order, StringBuilder text) {
        CursoredPage<?> page = cursored(entity, first, order, text);
        for (int i = 0; i < steps % 4 && page.hasNext(); i++) {
            page = cursored(entity, page.nextPageRequest(), order, text);
        }
        if (page.hasContent() && page.hasPrevious()) {
            cursored(entity, page.previousPageRequest(), order, text);
        }
    }

    private CursoredPage<?> cursored(Entity entity, PageRequest request, Order<?> order, StringBuilder text) {
        CursoredPage<?> page = (CursoredPage<?>) Objects.requireNonNull(call(entity, "cursored", request, order));
        text.append(page.content().stream()
                .map(each -> Reflect.get(each, "getSerial"))
                .toList());
        text.append(page.hasTotals() ? " of " + page.totalElements() : "");
        text.append(page.hasPrevious() ? " <" : "").append(page.hasNext() ? " > " : " ");
        return page;
    }

    private String ask(Entity entity, Line line) {
        MadeUpMethod method = entity.methods.get(line.b() % entity.methods.size());
        Random random = line.values();
        List<@Nullable Object> arguments = new ArrayList<>();
        for (Attribute parameter : method.parameters()) {
            arguments.add(samples.of(parameter, random));
        }
        return hands.result(call(entity, method.name(), arguments.toArray()));
    }

    /** All that is committed; of a class with a list that cannot be read, or a reference to nothing, its rows. */
    String everything() {
        List<String> all = new ArrayList<>();
        for (Entity entity : family.entities()) {
            try {
                all.addAll(everything(entity, "everything"));
            } catch (EntityStateException | UnloadedAssociationException unreadable) {
                all.add("// " + Run.text(unreadable));
                all.addAll(everything(entity, "all"));
            }
        }
        return String.join("\n", all);
    }

    private List<String> everything(Entity entity, String method) {
        return persistence.transactor().readOnly().call(() -> {
            List<String> states = new ArrayList<>();
            for (Object each : (Collection<?>) Objects.requireNonNull(call(entity, method))) {
                StringBuilder state = new StringBuilder("// " + hands.state(each));
                for (Attribute attribute :
                        method.equals("all") ? List.<Attribute>of() : RepositorySource.associations(entity)) {
                    state.append("\n    //     ")
                            .append(attribute.name())
                            .append(": ")
                            .append(associated(each, attribute));
                }
                states.add(state.toString());
            }
            return states.stream().sorted().toList();
        });
    }
}
