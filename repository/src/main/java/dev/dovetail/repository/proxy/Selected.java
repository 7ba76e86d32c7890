package dev.dovetail.repository.proxy;

import dev.dovetail.repository.language.Arithmetic;
import dev.dovetail.repository.spi.Expression;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a row.
 *
 * @param expressions what is read of it; empty for the entity
 * @param maker makes a result from what was read; null if the only value is the result, or all of them in an array
 * @param array whether the result is an array of the values
 */
record Selected(List<Expression> expressions, @Nullable MethodHandle maker, boolean array) {

    static final Selected ENTITY = new Selected(List.of(), null, false);

    boolean isEntity() {
        return expressions.isEmpty();
    }

    List<@Nullable Object> results(Calls calls, List<@Nullable Object[]> rows) {
        List<@Nullable Object> results = new ArrayList<>(rows.size());
        for (@Nullable Object[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                if (row[i] instanceof Number number) {
                    row[i] = Arithmetic.convert(number, expressions.get(i).type());
                }
            }
            results.add(maker != null ? make(calls, maker, row) : array ? row : row[0]);
        }
        return results;
    }

    private static Object make(Calls calls, MethodHandle maker, @Nullable Object[] row) {
        try {
            return maker.invoke(row);
        } catch (NullPointerException nullValue) {
            NullPointerException explained = new NullPointerException(calls.caller()
                    + ": a value that was read is null, and what is made of it cannot hold null; use a boxed type");
            explained.initCause(nullValue);
            throw explained;
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(calls.caller() + ": the result cannot be made", failure);
        }
    }
}
