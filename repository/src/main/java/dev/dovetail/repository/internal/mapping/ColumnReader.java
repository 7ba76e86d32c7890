package dev.dovetail.repository.internal.mapping;

import dev.dovetail.repository.internal.mapping.AttributeMapping.Basic;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Embedded;
import jakarta.persistence.AttributeOverride;
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
    private final Columns columns;
    private final Checks checks;
    private final boolean properties;
    private final MappingFaults faults;

    ColumnReader(Class<?> entity, Columns columns, Checks checks, boolean properties, MappingFaults faults) {
        this.entity = entity;
        this.columns = columns;
        this.checks = checks;
        this.properties = properties;
        this.faults = faults;
    }

    static boolean isEmbedded(Accessor accessor) {
        return accessor.type().isAnnotationPresent(Embeddable.class);
    }

    /** A basic attribute that stands in the entity itself. */
    Basic basic(Accessor accessor, boolean isId) {
        return basic(accessor, accessor.annotations().getAnnotation(Column.class), isId);
    }

    private Basic basic(Accessor accessor, @Nullable Column column, boolean isId) {
        Class<?> type = accessor.type();
        if (!BasicTypes.contains(type)) {
            fault(accessor, "values of type " + type.getSimpleName() + " are not supported", "use a basic type");
        }
        AnnotatedElement annotations = accessor.annotations();
        jakarta.persistence.Basic basic = annotations.getAnnotation(jakarta.persistence.Basic.class);
        boolean nullable = !isId
                && !type.isPrimitive()
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
        if (column != null) {
            check(accessor, column);
        }
        String name = column == null || column.name().isEmpty() ? accessor.name() : column.name();
        int slot = columns.add(new dev.dovetail.repository.internal.store.Column(
                SnakeCase.of(name), nullable, length, precision, scale));
        checks.column(slot, accessor, column);
        if (column != null && column.unique() && !isId) {
            columns.unique(null, List.of(slot));
        }
        return new Basic(accessor, slot, nullable);
    }

    private void check(Accessor accessor, Column column) {
        if (!column.insertable() || !column.updatable()) {
            fault(accessor, "insertable or updatable = false is not supported", "remove it");
        }
    }

    Embedded embedded(Accessor accessor) {
        return embedded(accessor, overrides(accessor, Map.of()));
    }

    private Embedded embedded(Accessor accessor, Map<String, Column> overrides) {
        Class<?> type = accessor.type();
        List<Class<?>> hierarchy = Members.hierarchy(type);
        List<AttributeMapping> parts = new ArrayList<>();
        for (Accessor part : Members.of(hierarchy, properties)) {
            AnnotationChecks.check(type, part, faults);
            if (AssociationReader.isAssociation(part)) {
                faults.add(type, part.name(), "associations in embeddables are not supported", "move it to the entity");
            } else if (isEmbedded(part)) {
                Map<String, Column> inner = new HashMap<>();
                overrides.forEach((name, column) -> {
                    if (name.startsWith(part.name() + ".")) {
                        inner.put(name.substring(part.name().length() + 1), column);
                    }
                });
                parts.add(embedded(part, overrides(part, inner)));
            } else {
                Column column =
                        overrides.getOrDefault(part.name(), part.annotations().getAnnotation(Column.class));
                parts.add(basic(part, column, false));
            }
        }
        return new Embedded(accessor, Constructors.withoutParameters(type, faults), parts);
    }

    /** The overrides at an attribute; those from outside win. */
    private static Map<String, Column> overrides(Accessor accessor, Map<String, Column> outer) {
        Map<String, Column> all = new HashMap<>();
        for (AttributeOverride override : accessor.annotations().getAnnotationsByType(AttributeOverride.class)) {
            all.put(override.name(), override.column());
        }
        all.putAll(outer);
        return all;
    }

    private void fault(Accessor accessor, String problem, String suggestion) {
        faults.add(entity, accessor.name(), problem, suggestion);
    }
}
