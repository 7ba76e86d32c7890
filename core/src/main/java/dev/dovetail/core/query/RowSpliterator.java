package dev.dovetail.core.query;

import java.sql.SQLException;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The rows of a result as a stream, which is of use only while the result is open, on its thread. */
final class RowSpliterator<T extends @Nullable Object> extends AbstractSpliterator<T> {

    private final Rows rows;
    private final Row row;
    private final RowReader<T> reader;

    private RowSpliterator(Rows rows, Row row, RowReader<T> reader) {
        super(Long.MAX_VALUE, ORDERED);
        this.rows = rows;
        this.row = row;
        this.reader = reader;
    }

    static <T extends @Nullable Object> Stream<T> stream(Rows rows, Row row, RowReader<T> reader) {
        return StreamSupport.stream(new RowSpliterator<>(rows, row, reader), false);
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        rows.requireUsable();
        T value;
        try {
            if (!rows.next()) {
                return false;
            }
            value = reader.read(row);
        } catch (SQLException failure) {
            throw rows.failed(failure);
        }
        action.accept(value);
        return true;
    }
}
