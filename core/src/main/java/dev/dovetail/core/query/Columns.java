package dev.dovetail.core.query;

import java.util.List;
import org.jooq.Configuration;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;

/**
 * What a query selects.
 *
 * @param record the type of jOOQ's records for it
 */
record Columns(List<Field<?>> fields, Class<? extends Record> record, Configuration configuration) {

    List<? extends DataType<?>> types() {
        return fields.stream().map(Field::getDataType).toList();
    }

    /** How each is read, in their order. */
    ColumnReader[] readers() {
        return fields.stream()
                .map(field -> Bindings.reader(field, configuration))
                .toArray(ColumnReader[]::new);
    }
}
