package dev.dovetail.orm.internal.repository;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.generator.BeforeExecutionGenerator;
import org.hibernate.generator.EventType;
import org.hibernate.generator.Generator;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.AttributeMappingsList;
import org.hibernate.metamodel.mapping.AttributeMetadata;
import org.hibernate.metamodel.mapping.BasicValuedModelPart;
import org.hibernate.metamodel.mapping.EmbeddableValuedModelPart;
import org.hibernate.metamodel.mapping.EntityIdentifierMapping;
import org.hibernate.metamodel.mapping.ForeignKeyDescriptor;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.hibernate.metamodel.mapping.internal.ToOneAttributeMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.query.CommonQueryContract;
import org.hibernate.type.BasicType;
import org.jspecify.annotations.Nullable;

/** The attributes of an entity that are in its row, by their paths; parts of embedded values one by one. Immutable. */
final class RowAttributes {

    /**
     * One of them.
     *
     * @param path from the entity, with dots
     * @param columns the names of its columns, comparable
     * @param value reads it from an entity
     * @param updated whether an existing row gets the value of another entity
     * @param generator makes the value when the row is inserted; null if it is the entity's
     * @param type of a basic value, with its converter; null for others
     * @param target the entity to which it refers; null if it is no reference
     */
    record RowAttribute(
            String path,
            Set<String> columns,
            Function<Object, @Nullable Object> value,
            boolean updated,
            @Nullable BeforeExecutionGenerator generator,
            @Nullable BasicType<?> type,
            @Nullable String target) {

        /** Gives a parameter a value. */
        void bind(CommonQueryContract query, String parameter, @Nullable Object bound) {
            if (type == null) {
                query.setParameter(parameter, bound);
            } else {
                bind(query, parameter, bound, type);
            }
        }

        @SuppressWarnings("unchecked") // of the type of the attribute
        private static <P> void bind(
                CommonQueryContract query, String parameter, @Nullable Object bound, BasicType<P> type) {
            query.setParameter(parameter, (P) bound, type);
        }

        @Nullable
        Object valueOf(Object entity, SharedSessionContractImplementor session) {
            Object own = value.apply(entity);
            return generator == null ? own : generator.generate(session, entity, own, EventType.INSERT);
        }
    }

    private final Map<String, Set<String>> columns = new LinkedHashMap<>();
    private final List<RowAttribute> written = new ArrayList<>();

    RowAttributes(EntityPersister persister, boolean generated) {
        EntityIdentifierMapping id = persister.getIdentifierMapping();
        String idName = String.valueOf(persister.getIdentifierPropertyName());
        columns.put(idName, columns(id));
        if (id instanceof EmbeddableValuedModelPart embedded) {
            addPaths(idName + ".", asList(embedded.getEmbeddableTypeDescriptor().getAttributeMappings()));
        }
        if (!generated) {
            written.add(new RowAttribute(idName, columns(id), id::getIdentifier, false, null, type(id), null));
        }
        @Nullable Generator[] generators = persister.getGenerators();
        for (AttributeMapping attribute : asList(persister.getAttributeMappings())) {
            if (persister.getVersionMapping() == null
                    || persister.getVersionMapping().getVersionAttribute() != attribute) {
                add("", attribute, entity -> entity, generators[attribute.getStateArrayPosition()]);
            }
        }
    }

    private void add(
            String prefix,
            AttributeMapping attribute,
            Function<Object, @Nullable Object> owner,
            @Nullable Generator generator) {
        if (!isInRow(attribute)) {
            return;
        }
        String path = prefix + attribute.getAttributeName();
        columns.put(path, columns(attribute));
        Function<Object, @Nullable Object> value = entity -> {
            Object from = owner.apply(entity);
            return from == null ? null : attribute.getValue(from);
        };
        if (attribute instanceof EmbeddableValuedModelPart embedded) {
            for (AttributeMapping part :
                    asList(embedded.getEmbeddableTypeDescriptor().getAttributeMappings())) {
                add(path + ".", part, value, null);
            }
            return;
        }
        AttributeMetadata metadata = attribute.getAttributeMetadata();
        if (metadata.isInsertable()) {
            BeforeExecutionGenerator made =
                    generator instanceof BeforeExecutionGenerator before && before.generatesOnInsert() ? before : null;
            boolean isOfCreation = made != null && !made.generatesOnUpdate();
            written.add(new RowAttribute(
                    path,
                    columns(attribute),
                    value,
                    metadata.isUpdatable() && !isOfCreation,
                    made,
                    type(attribute),
                    target(attribute)));
        }
    }

    private static @Nullable BasicType<?> type(ModelPart part) {
        return part instanceof BasicValuedModelPart basic && basic.getJdbcMapping() instanceof BasicType<?> type
                ? type
                : null;
    }

    private static @Nullable String target(AttributeMapping attribute) {
        return attribute instanceof ToOneAttributeMapping toOne
                ? toOne.getAssociatedEntityMappingType().getEntityName()
                : null;
    }

    private void addPaths(String prefix, List<AttributeMapping> parts) {
        for (AttributeMapping part : parts) {
            columns.put(prefix + part.getAttributeName(), columns(part));
        }
    }

    private static boolean isInRow(AttributeMapping attribute) {
        return !(attribute instanceof PluralAttributeMapping)
                && !(attribute instanceof ToOneAttributeMapping toOne
                        && toOne.getSideNature() == ForeignKeyDescriptor.Nature.TARGET)
                && !columns(attribute).isEmpty();
    }

    /** Those that an insert writes, the id first unless it is generated; without the version. */
    List<RowAttribute> written() {
        return written;
    }

    /** The one at a path; it must be written, or have parts that are. */
    List<RowAttribute> at(String path) {
        return written.stream()
                .filter(each -> each.path().equals(path) || each.path().startsWith(path + "."))
                .toList();
    }

    /** The attributes that together have exactly these columns; none if there are no such attributes. */
    List<String> paths(Collection<String> wanted) {
        Set<String> left = new HashSet<>();
        wanted.forEach(column -> left.add(comparable(column)));
        Set<String> all = Set.copyOf(left);
        List<String> paths = new ArrayList<>();
        columns.forEach((path, own) -> {
            if (!own.isEmpty() && all.containsAll(own) && left.removeAll(own)) {
                paths.add(path);
            }
        });
        return left.isEmpty() ? paths : List.of();
    }

    /** The columns at a path. */
    Set<String> columns(String path) {
        return columns.getOrDefault(path, Set.of());
    }

    private static Set<String> columns(ModelPart part) {
        Set<String> names = new LinkedHashSet<>();
        part.forEachSelectable((index, column) -> {
            if (!column.isFormula()) {
                names.add(comparable(column.getSelectionExpression()));
            }
        });
        return names;
    }

    /** Without quotes, and whether it is written in snake case or not. */
    private static String comparable(String column) {
        return column.replaceAll("[\"`\\[\\]_]", "").toLowerCase(Locale.ROOT);
    }

    /** As a list to loop over. */
    static List<AttributeMapping> asList(AttributeMappingsList attributes) {
        List<AttributeMapping> list = new ArrayList<>(attributes.size());
        for (int i = 0; i < attributes.size(); i++) {
            list.add(attributes.get(i));
        }
        return list;
    }
}
