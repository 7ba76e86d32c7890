package dev.dovetail.repository.internal.mapping;

import dev.dovetail.repository.internal.store.Column;
import dev.dovetail.repository.internal.store.TableDefinition;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables that link entities; each pair is in one once. */
final class LinkTables {

    private static final List<Integer> BOTH = List.of(0, 1);

    private final EntityNames names;
    private final MappingFaults faults;
    private final Map<String, TableDefinition> tables = new LinkedHashMap<>();

    LinkTables(EntityNames names, MappingFaults faults) {
        this.names = names;
        this.faults = faults;
    }

    Iterable<TableDefinition> all() {
        return tables.values();
    }

    /** The table of an attribute that owns its links. */
    String owned(Class<?> owner, Accessor accessor, Class<?> target, boolean elementsAreUnique) {
        JoinTable join = accessor.annotations().getAnnotation(JoinTable.class);
        String name = name(owner, accessor, target);
        Columns columns = new Columns();
        JoinColumn[] own = join == null ? new JoinColumn[0] : join.joinColumns();
        JoinColumn[] other = join == null ? new JoinColumn[0] : join.inverseJoinColumns();
        columns.add(
                new Column(column(own, names.entity(owner) + "_" + names.idColumn(owner)), false, Integer.MAX_VALUE));
        columns.add(
                new Column(column(other, accessor.name() + "_" + names.idColumn(target)), false, Integer.MAX_VALUE));
        columns.foreign(
                join == null
                        ? null
                        : AssociationReader.constraintName(join.foreignKey().name()),
                0,
                names.table(owner));
        columns.foreign(
                join == null
                        ? null
                        : AssociationReader.constraintName(
                                join.inverseForeignKey().name()),
                1,
                names.table(target));
        if (elementsAreUnique) {
            columns.unique(null, List.of(1));
        }
        if (tables.putIfAbsent(name, columns.table(name, BOTH)) != null) {
            faults.add(owner, accessor.name(), "the table '" + name + "' is used by another attribute", "name another");
        }
        return name;
    }

    /** The table of an attribute whose links are owned by the other side. */
    String inverse(Class<?> entity, Accessor accessor, Class<?> target, String mappedBy) {
        List<Class<?>> hierarchy = Members.hierarchy(target);
        for (Accessor member : Members.of(hierarchy, Members.areProperties(hierarchy))) {
            ManyToMany annotation = member.annotations().getAnnotation(ManyToMany.class);
            if (member.name().equals(mappedBy)
                    && annotation != null
                    && annotation.mappedBy().isEmpty()) {
                return name(target, member, entity);
            }
        }
        faults.add(
                entity,
                accessor.name(),
                "mappedBy names '" + mappedBy + "', which is no many-to-many of " + target.getSimpleName(),
                "name the attribute on the other side");
        return "";
    }

    private String name(Class<?> owner, Accessor accessor, Class<?> target) {
        JoinTable join = accessor.annotations().getAnnotation(JoinTable.class);
        return join == null || join.name().isEmpty()
                ? names.table(owner) + "_" + names.table(target)
                : SnakeCase.of(join.name());
    }

    private static String column(JoinColumn[] given, String byDefault) {
        return SnakeCase.of(given.length == 0 || given[0].name().isEmpty() ? byDefault : given[0].name());
    }
}
