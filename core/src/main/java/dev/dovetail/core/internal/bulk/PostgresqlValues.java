package dev.dovetail.core.internal.bulk;

import dev.dovetail.core.error.ValueNotKeptException;
import java.util.List;
import org.jooq.Converter;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** The values of rows as PostgreSQL's literals, converted as their columns say. */
final class PostgresqlValues {

    private final Converter<Object, Object>[] toDatabase;

    @SuppressWarnings("unchecked") // a converter is only given values of its own field
    PostgresqlValues(List<Field<?>> columns) {
        this.toDatabase = columns.stream()
                .map(column -> (Converter<Object, Object>) column.getConverter())
                .toArray(Converter[]::new);
    }

    /**
     * The literal of a value, or null for SQL's null.
     *
     * @throws UnfitValueException if there is none
     */
    @Nullable
    String literal(int row, int column, @Nullable Object given) {
        if (given == null) {
            return null;
        }
        try {
            Object value = toDatabase[column].to(given);
            return value == null ? null : PostgresqlLiteral.of(value);
        } catch (UnfitValueException unfit) {
            throw unfit.at(row, column);
        } catch (ValueNotKeptException refused) {
            throw new UnfitValueException(refused.reason(), refused.fix(), refused).at(row, column);
        } catch (RuntimeException failure) {
            throw new UnfitValueException("its converter failed", "see the cause", failure).at(row, column);
        }
    }
}
