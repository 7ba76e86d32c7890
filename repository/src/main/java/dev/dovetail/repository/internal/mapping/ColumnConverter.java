package dev.dovetail.repository.internal.mapping;

import jakarta.persistence.AttributeConverter;
import org.jspecify.annotations.Nullable;

/**
 * Between an attribute and its column. Null is converted, too.
 *
 * @param columnType the type of what is in the column
 */
public record ColumnConverter(AttributeConverter<@Nullable Object, @Nullable Object> converter, Class<?> columnType) {

    @Nullable
    Object toColumn(@Nullable Object value) {
        return converter.convertToDatabaseColumn(value);
    }

    @Nullable
    Object toAttribute(@Nullable Object value) {
        return converter.convertToEntityAttribute(value);
    }
}
