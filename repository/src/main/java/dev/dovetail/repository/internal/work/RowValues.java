package dev.dovetail.repository.internal.work;

import dev.dovetail.repository.internal.mapping.AttributeMapping.Basic;
import dev.dovetail.repository.internal.mapping.EntityMapping;
import dev.dovetail.repository.internal.mapping.Mappings;
import dev.dovetail.repository.internal.store.Row;
import dev.dovetail.repository.internal.store.StoreTransaction;
import dev.dovetail.repository.internal.store.ValueOrder;
import dev.dovetail.repository.language.Evaluation;
import dev.dovetail.repository.spi.AttributePath;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one entity for conditions and expressions. */
final class RowValues implements Evaluation.Rows<Row> {

    private final Mappings mappings;
    private final StoreTransaction transaction;
    private final EntityMapping entity;

    RowValues(Mappings mappings, StoreTransaction transaction, EntityMapping entity) {
        this.mappings = mappings;
        this.transaction = transaction;
        this.entity = entity;
    }

    /**
     * With the arguments of a query, in which entities stand as their ids.
     *
     * @throws dev.dovetail.core.error.ValueNotKeptException if the engine has no such value
     */
    static Evaluation<Row> evaluation(
            Mappings mappings, UnitOfWork work, EntityMapping entity, List<@Nullable Object> arguments) {
        List<@Nullable Object> values = new ArrayList<>(arguments.size());
        for (Object argument : arguments) {
            boolean isEntity = argument != null
                    && (argument instanceof LazyReference || mappings.find(argument.getClass()) != null);
            values.add(isEntity ? work.references().id(argument) : compared(work, argument));
        }
        return Evaluation.of(new RowValues(mappings, work.transaction(), entity), values);
    }

    private static @Nullable Object compared(UnitOfWork work, @Nullable Object argument) {
        return argument == null ? null : work.transaction().rules().values().compared(argument);
    }

    @Override
    public Function<Row, @Nullable Object> attribute(AttributePath path) {
        return path(path)::attribute;
    }

    @Override
    public int compare(@Nullable AttributePath path, Object a, Object b) {
        if (path != null && path(path).last() instanceof Basic basic && basic.converter() != null) {
            return ValueOrder.compare(transaction.rules().text(), basic.toColumn(a), basic.toColumn(b), false);
        }
        boolean byName = path != null && RowOrder.isEnumName(path(path));
        return byName && a instanceof Enum<?> x && b instanceof Enum<?> y
                ? ValueOrder.compare(transaction.rules().text(), x.name(), y.name(), false)
                : ValueOrder.compare(transaction.rules().text(), a, b, false);
    }

    private RowPath path(AttributePath path) {
        return new RowPath(mappings, transaction, entity, path);
    }
}
