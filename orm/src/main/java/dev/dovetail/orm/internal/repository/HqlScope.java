package dev.dovetail.orm.internal.repository;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.repository.spi.AttributeDescription;
import dev.dovetail.repository.spi.AttributeDescription.Kind;
import dev.dovetail.repository.spi.AttributePath;
import dev.dovetail.repository.spi.EntityDescription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The names in one query: of its entity, of what is joined, of its parameters. */
final class HqlScope {

    private final Engine engine;
    private final Function<Class<?>, @Nullable EntityDescription> describe;
    private final String alias;
    private final Map<String, String> aliases = new LinkedHashMap<>();
    private final StringBuilder joins = new StringBuilder();
    private final List<HqlBinding> bindings = new ArrayList<>();
    private int restriction = -1;

    HqlScope(Engine engine, Function<Class<?>, @Nullable EntityDescription> describe, String alias) {
        this.engine = engine;
        this.describe = describe;
        this.alias = alias;
    }

    /** The usual collations of these take texts for equal that are not the same. */
    boolean isLoose() {
        return engine == Engine.MARIADB || engine == Engine.MYSQL;
    }

    Engine engine() {
        return engine;
    }

    String alias() {
        return alias;
    }

    /** What is joined, to stand behind the entity. */
    String joins() {
        return joins.toString();
    }

    boolean hasJoins() {
        return !joins.isEmpty();
    }

    List<HqlBinding> bindings() {
        return bindings;
    }

    /** From here on parameters are computed from the arguments of this restriction. */
    void restriction(int position) {
        restriction = position;
    }

    /** The name of a new parameter. */
    String bind(HqlBinding.Source source) {
        return bind(source, false);
    }

    /** The name of a new parameter that stands for several values. */
    String bindList(HqlBinding.Source source) {
        return bind(source, true);
    }

    private String bind(HqlBinding.Source source, boolean list) {
        String name = alias + "p" + bindings.size();
        bindings.add(new HqlBinding(name, source, list, restriction));
        return ":" + name;
    }

    /** The attribute at the end of a path; null for rows whose way ends early. */
    String path(AttributePath path) {
        String at = alias;
        StringBuilder way = new StringBuilder();
        List<AttributeDescription> steps = path.steps();
        for (int i = 0; i < steps.size(); i++) {
            AttributeDescription step = steps.get(i);
            boolean joins = step.kind() == Kind.TO_ONE && i < steps.size() - 1 && !leadsToId(step, steps, i);
            way.append('.').append(step.name());
            at = joins ? joined(way.toString(), at + "." + step.name()) : at + "." + step.name();
        }
        return at;
    }

    /** Joins associations to load them with the entity. */
    void fetch(AttributePath path) {
        String at = alias;
        StringBuilder way = new StringBuilder(" fetch");
        for (AttributeDescription step : path.steps()) {
            way.append('.').append(step.name());
            String attribute = at + "." + step.name();
            at = step.kind() == Kind.TO_ONE
                    ? aliases.computeIfAbsent(way.toString(), key -> join(" left join fetch ", attribute))
                    : attribute;
        }
    }

    /** The id of the other entity stands in the row itself. */
    private boolean leadsToId(AttributeDescription association, List<AttributeDescription> steps, int at) {
        EntityDescription target = describe.apply(association.type());
        return at == steps.size() - 2
                && target != null
                && target.idAttributes().equals(List.of(steps.get(at + 1).name()));
    }

    private String joined(String way, String attribute) {
        return aliases.computeIfAbsent(way, key -> join(" left join ", attribute));
    }

    private String join(String how, String attribute) {
        String name = alias + aliases.size();
        joins.append(how).append(attribute).append(' ').append(name);
        return name;
    }
}
