package dev.dovetail.repository.internal.check;

import dev.dovetail.repository.internal.store.Row;
import dev.dovetail.repository.internal.store.TextRules;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An expression of a condition.
 *
 * @param type of its values
 * @param of its value in a row
 */
record Value(Type type, Reader of) {

    static Value literal(Type type, Object value) {
        return new Value(type, (row, text) -> value);
    }

    static Value column(CheckedColumn column) {
        return new Value(column.type(), (row, text) -> column.comparable(row.value(column.slot())));
    }

    /** The number of characters. */
    static Value length(Value value, boolean ofCharacters) {
        return new Value(Type.NUMBER, (row, text) -> {
            Object characters = value.of().read(row, text);
            return characters == null
                    ? null
                    : BigDecimal.valueOf(
                            ofCharacters
                                    ? text.length(characters.toString())
                                    : text.lengthFunction(characters.toString()));
        });
    }

    static Value arithmetic(char operator, Value a, Value b) {
        return new Value(Type.NUMBER, (row, text) -> {
            BigDecimal x = (BigDecimal) a.of().read(row, text);
            BigDecimal y = (BigDecimal) b.of().read(row, text);
            if (x == null || y == null) {
                return null;
            }
            return operator == '+' ? x.add(y) : operator == '-' ? x.subtract(y) : x.multiply(y);
        });
    }

    /** Reads a value. */
    @FunctionalInterface
    interface Reader {
        @Nullable
        Object read(Row row, TextRules text);
    }
}
