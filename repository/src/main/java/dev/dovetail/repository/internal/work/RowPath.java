package dev.dovetail.repository.internal.work;

import dev.dovetail.repository.internal.mapping.AttributeMapping;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Association;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Basic;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Embedded;
import dev.dovetail.repository.internal.mapping.AttributeMapping.InverseToOne;
import dev.dovetail.repository.internal.mapping.AttributeMapping.ToOne;
import dev.dovetail.repository.internal.mapping.EntityMapping;
import dev.dovetail.repository.internal.mapping.Mappings;
import dev.dovetail.repository.internal.store.KeyColumns;
import dev.dovetail.repository.internal.store.Row;
import dev.dovetail.repository.internal.store.StoreTransaction;
import dev.dovetail.repository.spi.AttributeDescription;
import dev.dovetail.repository.spi.AttributePath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A way through rows: over the ids of other entities to the row and the attribute at its end. */
final class RowPath {

    private final Mappings mappings;
    private final StoreTransaction transaction;
    private final List<Association> hops = new ArrayList<>();
    /** The embedded values between the last of these and the attribute. */
    private final List<Embedded> within = new ArrayList<>();

    private final AttributeMapping last;

    RowPath(Mappings mappings, StoreTransaction transaction, EntityMapping start, AttributePath path) {
        this.mappings = mappings;
        this.transaction = transaction;
        List<AttributeMapping> attributes = start.attributes();
        AttributeMapping current = start.id().attributes().get(0);
        for (int i = 0; i < path.steps().size(); i++) {
            if (i > 0 && current instanceof Association association) {
                hops.add(association);
                within.clear();
                attributes = mappings.get(association.target()).attributes();
            } else if (i > 0 && current instanceof Embedded embedded) {
                within.add(embedded);
                attributes = embedded.parts();
            }
            current = attribute(attributes, path.steps().get(i));
        }
        last = current;
    }

    /** The attribute at the end. */
    AttributeMapping last() {
        return last;
    }

    /** Whether it begins and ends in the same row. */
    boolean isLocal() {
        return hops.isEmpty();
    }

    /** The row with the attribute at the end; null if the way ends before. */
    @Nullable
    Row end(Row start) {
        Row row = start;
        for (Association hop : hops) {
            row = next(row, hop);
            if (row == null) {
                return null;
            }
        }
        for (Embedded embedded : within) {
            if (isNull(embedded, row)) {
                return null;
            }
        }
        return row;
    }

    /** An embedded value is null if all its parts are. */
    static boolean isNull(Embedded embedded, Row row) {
        return embedded.parts().stream()
                .allMatch(part -> part instanceof Embedded inner
                        ? isNull(inner, row)
                        : part instanceof ToOne toOne
                                ? toOne.columns().of(row) == null
                                : part instanceof Basic basic && row.value(basic.slot()) == null);
    }

    /** The value at the end, for an association the other's id; null also if the way ends before. */
    @Nullable
    Object value(Row start) {
        Row end = end(start);
        return end == null ? null : valueAt(end);
    }

    /** The value of the attribute at the end, as entities have it. */
    @Nullable
    Object attribute(Row start) {
        Object value = value(start);
        return last instanceof Basic basic && value != null ? basic.toAttribute(value) : value;
    }

    /** The value in the row at the end. */
    @Nullable
    Object valueAt(Row end) {
        if (last instanceof Basic basic) {
            return end.value(basic.slot());
        }
        if (last instanceof ToOne toOne) {
            return toOne.columns().of(end);
        }
        if (last instanceof InverseToOne inverse) {
            Row target = next(end, inverse);
            return target == null ? null : target.id();
        }
        throw new IllegalStateException(last.name() + " is not a single value");
    }

    private @Nullable Row next(Row row, Association hop) {
        EntityMapping target = mappings.get(hop.target());
        if (hop instanceof ToOne toOne) {
            Object id = toOne.columns().of(row);
            return id == null ? null : transaction.view(target.table()).get(id);
        }
        InverseToOne inverse = (InverseToOne) hop;
        KeyColumns columns =
                mappings.owningSide(inverse.target(), inverse.mappedBy()).columns();
        List<Row> rows =
                transaction.view(target.table()).byForeign(target.table().foreignKey(columns), row.id());
        return rows.isEmpty() ? null : rows.get(0);
    }

    private static AttributeMapping attribute(List<AttributeMapping> attributes, AttributeDescription step) {
        for (AttributeMapping attribute : attributes) {
            if (attribute.name().equals(step.name())) {
                return attribute;
            }
        }
        throw new IllegalArgumentException("No attribute " + step.name() + " in " + attributes);
    }
}
