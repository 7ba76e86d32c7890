package dev.dovetail.orm.internal.repository;

import dev.dovetail.orm.internal.entity.GeneratedIds;
import dev.dovetail.repository.spi.EntityKeys;
import jakarta.persistence.Column;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.AttributeMappingsList;
import org.hibernate.metamodel.mapping.BasicEntityIdentifierMapping;
import org.hibernate.metamodel.mapping.CompositeIdentifierMapping;
import org.hibernate.metamodel.mapping.EmbeddableValuedModelPart;
import org.hibernate.metamodel.mapping.EntityIdentifierMapping;
import org.hibernate.metamodel.mapping.NonAggregatedIdentifierMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** The keys that the mapping of an entity declares. */
final class UniqueKeys {

    private final RowAttributes attributes;
    private final List<List<String>> unique = new ArrayList<>();

    private UniqueKeys(RowAttributes attributes) {
        this.attributes = attributes;
    }

    /** The keys; null if a row is not all that there is of an entity, or its id is put together from several attributes. */
    static @Nullable EntityKeys of(EntityPersister persister) {
        EntityIdentifierMapping id = persister.getIdentifierMapping();
        boolean isSimple = id instanceof BasicEntityIdentifierMapping
                || id instanceof CompositeIdentifierMapping && !(id instanceof NonAggregatedIdentifierMapping);
        if (!isSimple
                || persister.isInherited()
                || persister.getSubclassEntityNames().size() > 1
                || persister.getTableNames().length > 1
                || hasDerivedId(persister)) {
            return null;
        }
        boolean generated = GeneratedIds.areGiven(persister);
        UniqueKeys keys = new UniqueKeys(new RowAttributes(persister, generated));
        keys.read("", persister.getAttributeMappings());
        keys.readTable(persister.getMappedClass());
        return new EntityKeys(List.of(String.valueOf(persister.getIdentifierPropertyName())), generated, keys.unique);
    }

    private static boolean hasDerivedId(EntityPersister persister) {
        boolean derived = false;
        for (AttributeMapping attribute : RowAttributes.asList(persister.getAttributeMappings())) {
            AnnotatedElement member = member(attribute);
            derived |= member != null && member.isAnnotationPresent(MapsId.class);
        }
        return derived;
    }

    private void read(String prefix, AttributeMappingsList mappings) {
        for (AttributeMapping attribute : RowAttributes.asList(mappings)) {
            String path = prefix + attribute.getAttributeName();
            AnnotatedElement member = member(attribute);
            if (member != null && isUnique(member)) {
                add(List.copyOf(attributes.columns(path)));
            }
            if (attribute instanceof EmbeddableValuedModelPart embedded) {
                read(path + ".", embedded.getEmbeddableTypeDescriptor().getAttributeMappings());
            }
        }
    }

    private static boolean isUnique(AnnotatedElement member) {
        Column column = member.getAnnotation(Column.class);
        OneToOne oneToOne = member.getAnnotation(OneToOne.class);
        return column != null && column.unique()
                || oneToOne != null && oneToOne.mappedBy().isEmpty()
                || Arrays.stream(member.getAnnotationsByType(JoinColumn.class)).anyMatch(JoinColumn::unique);
    }

    private void readTable(Class<?> type) {
        Table table = type.getAnnotation(Table.class);
        if (table == null) {
            return;
        }
        for (UniqueConstraint constraint : table.uniqueConstraints()) {
            add(List.of(constraint.columnNames()));
        }
        for (Index index : table.indexes()) {
            if (index.unique()) {
                add(Arrays.stream(index.columnList().split(","))
                        .map(column -> column.trim().split("\\s+")[0])
                        .toList());
            }
        }
    }

    private void add(List<String> columns) {
        List<String> paths = attributes.paths(Set.copyOf(columns));
        if (!paths.isEmpty() && !unique.contains(paths)) {
            unique.add(paths);
        }
    }

    private static @Nullable AnnotatedElement member(AttributeMapping attribute) {
        return attribute.getPropertyAccess().getGetter().getMember() instanceof AnnotatedElement element
                ? element
                : null;
    }
}
