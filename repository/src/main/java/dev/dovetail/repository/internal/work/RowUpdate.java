package dev.dovetail.repository.internal.work;

import dev.dovetail.repository.internal.mapping.AttributeMapping;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Basic;
import dev.dovetail.repository.internal.mapping.AttributeMapping.ToOne;
import dev.dovetail.repository.internal.mapping.EntityMapping;
import dev.dovetail.repository.internal.mapping.Mappings;
import dev.dovetail.repository.internal.mapping.VersionValues;
import dev.dovetail.repository.internal.store.Row;
import dev.dovetail.repository.internal.store.StoreTransaction;
import dev.dovetail.repository.internal.store.Values;
import dev.dovetail.repository.language.Arithmetic;
import dev.dovetail.repository.language.Evaluation;
import dev.dovetail.repository.spi.Assignment;
import dev.dovetail.repository.spi.Expression;
import dev.dovetail.repository.spi.Restriction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Changes rows without loading their entities, as one statement does. */
final class RowUpdate {

    private final Mappings mappings;
    private final UnitOfWork work;
    private final EntityMapping entity;

    RowUpdate(Mappings mappings, UnitOfWork work, EntityMapping entity) {
        this.mappings = mappings;
        this.work = work;
        this.entity = entity;
    }

    /** Changes what matches, and returns how many rows that are. What is managed shows it afterwards. */
    long run(List<Assignment> assignments, List<@Nullable Object> arguments, List<Restriction> restrictions) {
        StoreTransaction transaction = work.transaction();
        transaction.requireWritable("Updating a " + entity.name());
        work.flush();
        Evaluation<Row> evaluation = RowValues.evaluation(mappings, work, entity, arguments);
        List<Slot> slots = assignments.stream()
                .map(assignment -> slot(assignment, evaluation))
                .toList();
        requireKept(assignments, slots);
        return transaction.statement(() -> {
            List<Row> found = new RowQuery(mappings, work, entity).matching(restrictions);
            List<Row> changed = new ArrayList<>(found.size());
            found.forEach(row -> changed.add(transaction.kept(entity.of(row).table(), changed(row, slots))));
            for (int i = 0; i < changed.size(); i++) {
                transaction.update(entity.of(found.get(i)).table(), found.get(i), changed.get(i));
            }
            transaction.checkReferences();
            work.showRows(entity);
            return (long) changed.size();
        });
    }

    /** What a column cannot hold is refused as soon as it is given, whether a row matches or not. */
    private void requireKept(List<Assignment> assignments, List<Slot> slots) {
        @Nullable Object[] given = new @Nullable Object[entity.table().columns().size()];
        Row none = new Row("", given);
        for (int i = 0; i < slots.size(); i++) {
            if (assignments.get(i).value() instanceof Expression.Argument) {
                slots.get(i).write(slots.get(i).value().apply(none), given);
            }
        }
        work.transaction().requireKept(entity.table(), new Row("", given));
    }

    private Row changed(Row row, List<Slot> slots) {
        @Nullable Object[] values = row.copyOfValues();
        for (Slot slot : slots) {
            Object value = slot.value().apply(row);
            slot.write(value, values);
        }
        Basic version = entity.version();
        if (version != null) {
            Object current = Objects.requireNonNull(values[version.slot()], "version");
            values[version.slot()] = VersionValues.next(
                    version.accessor().type(),
                    current,
                    work.transaction().sources().clock());
        }
        return new Row(row.id(), values);
    }

    private Slot slot(Assignment assignment, Evaluation<Row> evaluation) {
        AttributeMapping last = new RowPath(mappings, work.transaction(), entity, assignment.path()).last();
        Expression expression = assignment.value();
        Function<Row, @Nullable Object> value = expression == null ? row -> null : evaluation.value(expression);
        return new Slot(last, value);
    }

    private record Slot(AttributeMapping attribute, Function<Row, @Nullable Object> value) {

        void write(@Nullable Object value, @Nullable Object[] values) {
            if (attribute instanceof ToOne toOne) {
                if (value == null) {
                    toOne.columns().clear(values);
                } else {
                    toOne.columns().put(values, value);
                }
                return;
            }
            Basic basic = (Basic) attribute;
            Object written = value instanceof Number number
                    ? Arithmetic.convert(
                            number, Expression.boxed(basic.accessor().type()))
                    : Values.copy(value);
            values[basic.slot()] = basic.toColumn(written);
        }
    }
}
