package dev.dovetail.repository.internal.mapping;

import dev.dovetail.repository.Secret;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Basic;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Embedded;
import dev.dovetail.repository.internal.mapping.AttributeMapping.ToOne;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Lob;
import java.lang.reflect.AnnotatedElement;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads attributes that are values: basic and embedded ones. */
final class ColumnReader {

    private static final int DEFAULT_LENGTH = 255;
    private static final int DEFAULT_PRECISION = 38;
    private static final int DEFAULT_SCALE = 2;

    private final Class<?> entity;
    private final Place place;
    private final boolean properties;
    private final Converters converters;
    private final MappingFaults faults;

    /** Reads references in embedded values; null where there can be none. */
    private final @Nullable AssociationReader references;

    /** Whether the embedded value that is being read is secret as a whole. */
    private boolean secret;

    ColumnReader(Class<?> entity, Place place, boolean properties, Converters converters, MappingFaults faults) {
        this(entity, place, properties, converters, faults, null);
    }

    ColumnReader(
            Class<?> entity,
            Place place,
            boolean properties,
            Converters converters,
            MappingFaults faults,
            @Nullable AssociationReader references) {
        this.references = references;
        this.entity = entity;
        this.place = place;
        this.properties = properties;
        this.converters = converters;
        this.faults = faults;
    }

    static boolean isEmbedded(Accessor accessor) {
        return accessor.type().isAnnotationPresent(Embeddable.class);
    }

    /** A basic attribute. */
    Basic basic(Accessor accessor, @Nullable Column column, boolean isId) {
        return basic(accessor, IdColumns.name(accessor, column), column, isId);
    }

    /** A basic attribute in a column with a name. */
    Basic basic(Accessor accessor, String name, @Nullable Column column, boolean isId) {
        ColumnConverter converter = converters.of(entity, accessor);
        Class<?> type = converter == null ? accessor.type() : converter.columnType();
        check(accessor, type, isId, converter);
        boolean written = isWritten(accessor, column);
        AnnotatedElement annotations = accessor.annotations();
        jakarta.persistence.Basic basic = annotations.getAnnotation(jakarta.persistence.Basic.class);
        boolean nullable = !isId
                && !accessor.type().isPrimitive()
                && (column == null || column.nullable())
                && (basic == null || basic.optional());
        boolean standard = column == null || column.columnDefinition().isEmpty();
        int length = Integer.MAX_VALUE;
        if (standard && (type == String.class || type == byte[].class) && !annotations.isAnnotationPresent(Lob.class)) {
            length = column == null ? DEFAULT_LENGTH : column.length();
        }
        int precision = 0;
        int scale = 0;
        if (standard && (type == BigDecimal.class || type == BigInteger.class)) {
            precision = column == null || column.precision() == 0 ? DEFAULT_PRECISION : column.precision();
        }
        if (standard && type == BigDecimal.class) {
            scale = column == null || column.precision() == 0 && column.scale() == 0 ? DEFAULT_SCALE : column.scale();
        }
        if (!written) {
            return new Basic(accessor, place.readOnly(name), nullable, converter, false);
        }
        int slot = place.add(
                new dev.dovetail.repository.internal.store.Column(
                        name, nullable, length, precision, scale, isSecret(accessor, converter)),
                column != null && !column.nullable());
        if (slot < 0) {
            duplicate(accessor, name);
            return new Basic(accessor, 0, nullable, converter, false);
        }
        place.checks().column(slot, type, accessor, column);
        if (column != null && column.unique() && !isId) {
            place.unique(null, List.of(slot));
        }
        return new Basic(accessor, slot, nullable, converter, true);
    }

    /** As on a database: what a converter writes may be encrypted. */
    private boolean isSecret(Accessor accessor, @Nullable ColumnConverter converter) {
        return secret || converter != null || accessor.annotations().isAnnotationPresent(Secret.class);
    }

    private void check(Accessor accessor, Class<?> type, boolean isId, @Nullable ColumnConverter converter) {
        if (Timestamps.isTimestamp(accessor) && !Timestamps.isTime(accessor.type())) {
            fault(
                    accessor,
                    "a " + accessor.type().getSimpleName() + " cannot be set to the time by itself",
                    "use a type of java.time");
        }
        if (!BasicTypes.contains(type)) {
            fault(accessor, "values of type " + type.getSimpleName() + " are not supported", "use a basic type");
        } else if (isId && (type == byte[].class || type == BigDecimal.class || converter != null)) {
            fault(
                    accessor,
                    (converter == null ? type.getSimpleName() : "a converted value") + " is not supported in an id",
                    "use a number, a string or a UUID");
        }
    }

    private boolean isWritten(Accessor accessor, @Nullable Column column) {
        if (column == null || column.insertable() == column.updatable()) {
            return column == null || column.insertable();
        }
        fault(accessor, "insertable or updatable = false alone is not supported", "give both, or none");
        return true;
    }

    private void duplicate(Accessor accessor, String name) {
        fault(
                accessor,
                "the column '" + name + "' is written by another attribute",
                "name another, or make one insertable = false, updatable = false");
    }

    /** An embedded value. */
    Embedded embedded(Accessor accessor, Overrides overrides) {
        return embedded(accessor, overrides.within(accessor), false, Map.of());
    }

    /**
     * An embedded value.
     *
     * @param inner the columns that are given for its parts
     * @param derived the columns of the parts that a reference gives, by the names of the parts
     */
    Embedded embedded(Accessor accessor, Overrides inner, boolean isId, Map<String, List<String>> derived) {
        boolean before = secret;
        secret |= accessor.annotations().isAnnotationPresent(Secret.class);
        try {
            return parts(accessor, inner, isId, derived);
        } finally {
            secret = before;
        }
    }

    private Embedded parts(Accessor accessor, Overrides inner, boolean isId, Map<String, List<String>> derived) {
        Class<?> type = accessor.type();
        List<AttributeMapping> parts = new ArrayList<>();
        for (Accessor part : Members.of(Members.hierarchy(type), properties)) {
            AnnotationChecks.check(type, part, faults);
            List<String> names = derived.get(part.name());
            if (references != null && !isId && AssociationReader.isToOne(part)) {
                AttributeMapping reference = references.read(part, inner.joins(part));
                if (reference instanceof ToOne toOne && toOne.cascades().isEmpty() && !toOne.removesOrphans()) {
                    parts.add(toOne);
                } else if (reference != null) {
                    faults.add(
                            type,
                            part.name(),
                            "a reference in an embeddable that cascades, or that the other side owns, is not supported",
                            "move it to the entity");
                }
            } else if (AssociationReader.isAssociation(part) || CollectionReader.isCollection(part)) {
                faults.add(
                        type,
                        part.name(),
                        "collections in embeddables, and references in those of ids and collections, are not supported",
                        "move it to the entity");
            } else if (Timestamps.isTimestamp(part)) {
                faults.add(
                        type,
                        part.name(),
                        "times that are set by themselves are not supported in embeddables",
                        "move it to the entity");
            } else if (isEmbedded(part)) {
                parts.add(embedded(part, inner.within(part), isId, names == null ? Map.of() : leaves(part, names)));
            } else if (names != null) {
                parts.add(basic(part, names.get(0), null, isId));
            } else {
                parts.add(basic(part, inner.column(part), isId));
            }
        }
        return new Embedded(accessor, new ValueClass(type, ValueClass.constructor(type, faults), parts));
    }

    /** The columns for the parts of an embedded value that a reference gives as a whole. */
    Map<String, List<String>> leaves(Accessor embedded, List<String> names) {
        Map<String, List<String>> leaves = new HashMap<>();
        int next = 0;
        for (Accessor part : Members.of(Members.hierarchy(embedded.type()), properties)) {
            int size = isEmbedded(part) ? leafCount(part) : 1;
            int end = Math.min(next + size, names.size());
            leaves.put(part.name(), names.subList(Math.min(next, Math.max(0, end - 1)), end));
            next += size;
        }
        return leaves;
    }

    private int leafCount(Accessor embedded) {
        int count = 0;
        for (Accessor part : Members.of(Members.hierarchy(embedded.type()), properties)) {
            count += isEmbedded(part) ? leafCount(part) : 1;
        }
        return count;
    }

    private void fault(Accessor accessor, String problem, String suggestion) {
        faults.add(entity, accessor.name(), problem, suggestion);
    }
}
