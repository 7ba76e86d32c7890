package dev.dovetail.repository.internal.work;

import dev.dovetail.repository.internal.mapping.AttributeMapping;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Basic;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Embedded;
import dev.dovetail.repository.internal.store.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Copies of attribute values, so that what changes one does not change the other. */
final class AttributeValues {

    private AttributeValues() {}

    /** A copy of a basic or embedded value. */
    static @Nullable Object copy(AttributeMapping attribute, @Nullable Object value) {
        if (attribute instanceof Basic basic && basic.converter() != null) {
            return basic.toAttribute(Values.copy(basic.toColumn(value)));
        }
        if (!(attribute instanceof Embedded embedded) || value == null) {
            return Values.copy(value);
        }
        List<@Nullable Object> parts = new ArrayList<>();
        for (AttributeMapping part : embedded.parts()) {
            parts.add(copy(part, part.accessor().get(value)));
        }
        return embedded.value().make(parts);
    }
}
