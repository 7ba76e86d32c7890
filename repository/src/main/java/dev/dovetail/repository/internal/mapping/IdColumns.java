package dev.dovetail.repository.internal.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapsId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of the columns of ids, known before any entity is read: what refers to an entity takes them over. */
final class IdColumns {

    private final MappingFaults faults;
    private final Map<Class<?>, List<String>> known = new HashMap<>();
    private final Set<Class<?>> open = new HashSet<>();

    IdColumns(MappingFaults faults) {
        this.faults = faults;
    }

    /** The columns of an entity's id, in the order of its attributes. */
    List<String> of(Class<?> entity) {
        Class<?> root = EntityNames.root(entity);
        List<String> columns = known.get(root);
        if (columns == null) {
            if (!open.add(root)) {
                faults.add(root, "its id is derived from itself", "give one of the entities an id of its own");
                return List.of("id");
            }
            columns = read(root);
            known.put(root, columns);
            open.remove(root);
        }
        return columns;
    }

    private List<String> read(Class<?> root) {
        List<Class<?>> hierarchy = Members.hierarchy(root);
        boolean properties = Members.areProperties(hierarchy);
        List<Accessor> members = Members.of(hierarchy, properties);
        Overrides overrides = Overrides.of(hierarchy);
        Map<String, List<String>> derived = derived(members, overrides);
        List<String> columns = new ArrayList<>();
        for (Accessor member : members) {
            if (member.annotations().isAnnotationPresent(EmbeddedId.class)) {
                columns.addAll(parts(member, properties, overrides, derived));
            } else if (member.annotations().isAnnotationPresent(Id.class)) {
                columns.addAll(
                        AssociationReader.isAssociation(member)
                                ? references(member, AssociationReader.target(member), overrides.joins(member))
                                : derived.getOrDefault("", List.of(name(member, overrides.column(member)))));
            }
        }
        return columns.isEmpty() ? List.of("id") : List.copyOf(columns);
    }

    /** The columns of the parts of ids that are taken from references, by the names of the parts. */
    private Map<String, List<String>> derived(List<Accessor> members, Overrides overrides) {
        Map<String, List<String>> derived = new HashMap<>();
        for (Accessor member : members) {
            MapsId mapsId = member.annotations().getAnnotation(MapsId.class);
            if (mapsId != null) {
                derived.put(
                        mapsId.value(), references(member, AssociationReader.target(member), overrides.joins(member)));
            }
        }
        return derived;
    }

    private static List<String> parts(
            Accessor embedded, boolean properties, Overrides overrides, Map<String, List<String>> derived) {
        List<String> columns = new ArrayList<>();
        Overrides inner = overrides.within(embedded);
        if (derived.containsKey("")) {
            return derived.get("");
        }
        for (Accessor part : Members.of(Members.hierarchy(embedded.type()), properties)) {
            if (derived.containsKey(part.name())) {
                columns.addAll(derived.get(part.name()));
            } else if (ColumnReader.isEmbedded(part)) {
                columns.addAll(parts(part, properties, inner, Map.of()));
            } else {
                columns.add(name(part, inner.column(part)));
            }
        }
        return columns;
    }

    static String name(Accessor attribute, @Nullable Column column) {
        return SnakeCase.of(column == null || column.name().isEmpty() ? attribute.name() : column.name());
    }

    /** The columns of a reference to an entity, in the order of the other's id. */
    List<String> references(Accessor attribute, Class<?> target, List<JoinColumn> given) {
        return references(attribute.name(), target, given);
    }

    /**
     * The columns of a reference to an entity, in the order of the other's id.
     *
     * @param prefix what columns are called that have no name, with the name of the other's column behind it
     */
    List<String> references(String prefix, Class<?> target, List<JoinColumn> given) {
        List<String> names = new ArrayList<>();
        List<String> targets = of(target);
        for (int i = 0; i < targets.size(); i++) {
            JoinColumn join =
                    join(given, targets.get(i), targets.size() == 1 || given.size() == targets.size() ? i : -1);
            names.add(
                    SnakeCase.of(join == null || join.name().isEmpty() ? prefix + "_" + targets.get(i) : join.name()));
        }
        return names;
    }

    /** The given column that refers to a target column, by its name, or by its position if it names none. */
    static @Nullable JoinColumn join(List<JoinColumn> given, String target, int position) {
        for (JoinColumn join : given) {
            if (SnakeCase.of(join.referencedColumnName()).equals(target)) {
                return join;
            }
        }
        return position >= 0
                        && position < given.size()
                        && given.get(position).referencedColumnName().isEmpty()
                ? given.get(position)
                : null;
    }
}
