package dev.dovetail.repository.internal.work;

import dev.dovetail.repository.internal.mapping.AttributeMapping;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Embedded;
import dev.dovetail.repository.internal.mapping.Reflection;
import dev.dovetail.repository.internal.store.Values;
import org.jspecify.annotations.Nullable;

/** Copies of attribute values, so that what changes one does not change the other. */
final class AttributeValues {

    private AttributeValues() {}

    /** A copy of a basic or embedded value. */
    static @Nullable Object copy(AttributeMapping attribute, @Nullable Object value) {
        if (!(attribute instanceof Embedded embedded) || value == null) {
            return Values.copy(value);
        }
        Object copy = Reflection.newInstance(embedded.constructor());
        for (AttributeMapping part : embedded.parts()) {
            part.accessor().set(copy, copy(part, part.accessor().get(value)));
        }
        return copy;
    }
}
