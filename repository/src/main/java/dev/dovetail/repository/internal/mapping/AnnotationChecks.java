package dev.dovetail.repository.internal.mapping;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AssociationOverrides;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.AttributeOverrides;
import jakarta.persistence.Basic;
import jakarta.persistence.Cacheable;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ExcludeSuperclassListeners;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Inheritance;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.JoinTable;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.PrimaryKeyJoinColumns;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.SecondaryTables;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.SequenceGenerators;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.TableGenerators;
import jakarta.persistence.Temporal;
import jakarta.persistence.Version;
import java.lang.annotation.Annotation;
import java.util.Set;

/** Refuses annotations of Jakarta Persistence and Hibernate that the fake would otherwise ignore. */
final class AnnotationChecks {

    private static final Set<Class<? extends Annotation>> UNDERSTOOD = Set.of(
            Entity.class,
            Table.class,
            MappedSuperclass.class,
            Embeddable.class,
            Cacheable.class,
            Id.class,
            GeneratedValue.class,
            SequenceGenerator.class,
            TableGenerator.class,
            Version.class,
            Column.class,
            Basic.class,
            Enumerated.class,
            Temporal.class,
            Lob.class,
            Embedded.class,
            AttributeOverride.class,
            AttributeOverrides.class,
            ManyToOne.class,
            OneToOne.class,
            OneToMany.class,
            ManyToMany.class,
            JoinColumn.class,
            JoinTable.class,
            SecondaryTable.class,
            SecondaryTables.class,
            OrderBy.class,
            Inheritance.class,
            DiscriminatorColumn.class,
            DiscriminatorValue.class,
            PrimaryKeyJoinColumn.class,
            PrimaryKeyJoinColumns.class,
            EmbeddedId.class,
            IdClass.class,
            MapsId.class,
            ElementCollection.class,
            CollectionTable.class,
            OrderColumn.class,
            MapKey.class,
            MapKeyColumn.class,
            MapKeyEnumerated.class,
            JoinColumns.class,
            AssociationOverride.class,
            AssociationOverrides.class,
            Convert.class,
            Converter.class,
            EntityListeners.class,
            ExcludeSuperclassListeners.class,
            SequenceGenerators.class,
            TableGenerators.class);

    /** Annotations that change how a provider works, but not what a caller sees. */
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "jakarta.persistence.NamedQuery",
            "jakarta.persistence.NamedQueries",
            "jakarta.persistence.NamedNativeQuery",
            "jakarta.persistence.NamedNativeQueries",
            "jakarta.persistence.NamedEntityGraph",
            "jakarta.persistence.NamedEntityGraphs",
            "org.hibernate.annotations.BatchSize",
            "org.hibernate.annotations.DynamicUpdate",
            "org.hibernate.annotations.DynamicInsert",
            "org.hibernate.annotations.Fetch");

    /** Annotations of Hibernate's that are read by their names. */
    private static final Set<String> READ_BY_NAME = Set.of(
            "org.hibernate.annotations.Check",
            OnDeletes.ANNOTATION,
            Sorting.NATURAL,
            Sorting.COMPARATOR,
            Timestamps.CREATION,
            Timestamps.UPDATE);

    private AnnotationChecks() {}

    static void check(Class<?> type, MappingFaults faults) {
        for (Annotation annotation : type.getDeclaredAnnotations()) {
            if (!isHarmless(annotation)) {
                faults.add(type, name(annotation) + " is not supported by the fake", "remove it");
            }
        }
    }

    static void check(Class<?> owner, Accessor accessor, MappingFaults faults) {
        for (Annotation annotation : accessor.annotations().getAnnotations()) {
            if (!isHarmless(annotation)) {
                faults.add(owner, accessor.name(), name(annotation) + " is not supported by the fake", "remove it");
            }
        }
    }

    private static boolean isHarmless(Annotation annotation) {
        Class<? extends Annotation> type = annotation.annotationType();
        String name = type.getName();
        boolean isMapping = name.startsWith("jakarta.persistence.") || name.startsWith("org.hibernate.annotations.");
        return !isMapping
                || UNDERSTOOD.contains(type)
                || WITHOUT_EFFECT.contains(name)
                || READ_BY_NAME.contains(name)
                || (annotation instanceof Access access && access.value() == AccessType.FIELD)
                || Callback.isAnnotation(type);
    }

    private static String name(Annotation annotation) {
        return "@" + annotation.annotationType().getSimpleName();
    }
}
