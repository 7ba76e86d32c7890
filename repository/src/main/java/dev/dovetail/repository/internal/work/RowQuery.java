package dev.dovetail.repository.internal.work;

import dev.dovetail.repository.LockMode;
import dev.dovetail.repository.internal.mapping.AttributeMapping;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Basic;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Embedded;
import dev.dovetail.repository.internal.mapping.AttributeMapping.ToOne;
import dev.dovetail.repository.internal.mapping.EntityMapping;
import dev.dovetail.repository.internal.mapping.Mappings;
import dev.dovetail.repository.internal.store.Row;
import dev.dovetail.repository.internal.store.StoreTransaction;
import dev.dovetail.repository.internal.store.TableView;
import dev.dovetail.repository.internal.store.UniqueKey;
import dev.dovetail.repository.internal.store.Values;
import dev.dovetail.repository.language.Evaluation;
import dev.dovetail.repository.spi.AttributePath;
import dev.dovetail.repository.spi.Condition;
import dev.dovetail.repository.spi.Expression;
import dev.dovetail.repository.spi.FindQuery;
import dev.dovetail.repository.spi.Restriction;
import dev.dovetail.repository.spi.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the rows of one entity, by an index where there is one. Used inside one statement. */
final class RowQuery {

    private final Mappings mappings;
    private final UnitOfWork work;
    private final StoreTransaction transaction;
    private final EntityMapping entity;
    private @Nullable Row taken;

    RowQuery(Mappings mappings, UnitOfWork work, EntityMapping entity) {
        this.mappings = mappings;
        this.work = work;
        this.transaction = work.transaction();
        this.entity = entity;
    }

    List<Row> rows(FindQuery query) {
        List<Row> rows = matching(query.restrictions());
        if (!query.order().isEmpty()) {
            rows.sort(new RowOrder(mappings, transaction, entity, query.order()));
        }
        Window window = query.window();
        LockMode lock = query.lock();
        if (lock == LockMode.SKIP_LOCKED) {
            transaction.requireWritable("Locking a row of " + entity.table().name());
            rows.removeIf(row -> transaction.isLocked(entity.table(), row.id()));
        }
        List<Row> part = window == null ? rows : part(rows, window);
        if (lock != null) {
            lock(part, lock);
        }
        return part;
    }

    /** A row that another transaction has locked, and that is worth waiting for; null if all are locked that were to be. */
    @Nullable
    Row taken() {
        return taken;
    }

    private void lock(List<Row> rows, LockMode mode) {
        transaction.requireWritable("Locking a row of " + entity.table().name());
        for (Row row : rows) {
            if (mode == LockMode.WAIT && transaction.isLocked(entity.table(), row.id())) {
                taken = row;
                return;
            }
            transaction.lock(entity.table(), row.id());
        }
    }

    private static List<Row> part(List<Row> rows, Window window) {
        int from = (int) Math.min(window.offset(), rows.size());
        int to = (int) Math.min((long) from + window.limit(), rows.size());
        return rows.subList(from, to);
    }

    /** The rows that meet all restrictions, in a list that may be changed. */
    List<Row> matching(List<Restriction> restrictions) {
        List<Row> matching = null;
        List<Predicate<Row>> conditions = new ArrayList<>();
        for (Restriction restriction : restrictions) {
            List<Row> indexed = matching == null ? byIndex(restriction) : null;
            if (indexed != null) {
                matching = indexed;
            }
            // Of a condition an index serves one part.
            if (indexed == null || restriction instanceof Restriction.Matching) {
                conditions.add(condition(restriction));
            }
        }
        List<Row> rows = matching == null ? transaction.view(entity.table()).all() : matching;
        for (Predicate<Row> condition : conditions) {
            rows.removeIf(condition.negate());
        }
        return rows;
    }

    /** The rows for a restriction, if an index has them; otherwise null. */
    private @Nullable List<Row> byIndex(Restriction restriction) {
        TableView view = transaction.view(entity.table());
        if (restriction instanceof Restriction.IdEqual id) {
            return listOf(view.get(entity.id().key(id.id())));
        }
        if (restriction instanceof Restriction.Matching matching) {
            return byIndex(matching.condition(), matching.arguments());
        }
        return restriction instanceof Restriction.Equal equal ? byIndex(equal.path(), equal.value()) : null;
    }

    /** The rows among which those are that meet a condition. */
    private @Nullable List<Row> byIndex(Condition condition, List<@Nullable Object> arguments) {
        if (condition instanceof Condition.All all) {
            for (Condition part : all.conditions()) {
                List<Row> rows = byIndex(part, arguments);
                if (rows != null) {
                    return rows;
                }
            }
        }
        if (!(condition instanceof Condition.Comparison comparison)
                || comparison.comparator() != Condition.Comparator.EQUAL
                || !(comparison.left() instanceof Expression.Attribute attribute)
                || !comparison.right().isConstant()) {
            return null;
        }
        Object value = Evaluation.constant(comparison.right(), arguments);
        if (value == null) {
            return new ArrayList<>();
        }
        if (!attribute.type().isInstance(value) && !(value instanceof LazyReference)) {
            return null;
        }
        AttributePath path = attribute.path();
        AttributeMapping id = path(path).last();
        return path.steps().size() == 1 && id == entity.id().single() && !(id instanceof ToOne)
                ? listOf(transaction.view(entity.table()).get(entity.id().key(value)))
                : byIndex(path, value);
    }

    private @Nullable List<Row> byIndex(AttributePath path, Object value) {
        TableView view = transaction.view(entity.table());
        if (path.steps().size() > 1) {
            return null;
        }
        AttributeMapping attribute = path(path).last();
        if (attribute instanceof ToOne toOne) {
            Object id = work.references().idInCondition(value);
            return view.byForeign(entity.table().foreignKey(toOne.columns()), id);
        }
        UniqueKey key = attribute instanceof Basic basic ? entity.table().uniqueKey(basic.slot()) : null;
        Object column = attribute instanceof Basic basic ? basic.toColumn(value) : null;
        if (key == null || column == null) {
            return null;
        }
        Object compared = transaction.rules().values().compared(column);
        Row row = view.byUnique(key, compared);
        // The index finds what the engine takes for the same text, a condition wants the same characters.
        return listOf(row != null && Values.same(row.value(key.slots().get(0)), compared) ? row : null);
    }

    private static List<Row> listOf(@Nullable Row row) {
        List<Row> rows = new ArrayList<>(1);
        if (row != null) {
            rows.add(row);
        }
        return rows;
    }

    private Predicate<Row> condition(Restriction restriction) {
        if (restriction instanceof Restriction.IdEqual id) {
            Object key = entity.id().key(id.id());
            return row -> row.id().equals(key);
        }
        if (restriction instanceof Restriction.IsNull isNull) {
            return isNull(path(isNull.path()));
        }
        if (restriction instanceof Restriction.Matching matching) {
            return evaluation(matching).condition(matching.condition());
        }
        Restriction.Equal equal = (Restriction.Equal) restriction;
        RowPath path = path(equal.path());
        if (path.last() instanceof Embedded embedded) {
            return row -> {
                Row end = path.end(row);
                return end != null && equalParts(embedded, end, equal.value());
            };
        }
        Object value = path.last() instanceof Basic basic
                ? basic.toColumn(equal.value())
                : work.references().idInCondition(equal.value());
        Object compared = value == null || value instanceof List
                ? value
                : transaction.rules().values().compared(value);
        return row -> compared != null && Values.same(path.value(row), compared);
    }

    private static Predicate<Row> isNull(RowPath path) {
        return row -> {
            Row end = path.end(row);
            return end != null
                    && (path.last() instanceof Embedded embedded
                            ? RowPath.isNull(embedded, end)
                            : path.valueAt(end) == null);
        };
    }

    /** A null part is equal to null. */
    private boolean equalParts(Embedded embedded, Row row, Object value) {
        for (AttributeMapping part : embedded.parts()) {
            Object expected = part.accessor().get(value);
            boolean equal = part instanceof ToOne toOne
                    ? Objects.equals(
                            toOne.columns().of(row),
                            expected == null ? null : work.references().idInCondition(expected))
                    : part instanceof Embedded inner
                            ? expected == null ? RowPath.isNull(inner, row) : equalParts(inner, row, expected)
                            : part instanceof Basic basic
                                    && Values.same(
                                            row.value(basic.slot()),
                                            expected == null
                                                    ? null
                                                    : transaction
                                                            .rules()
                                                            .values()
                                                            .compared(expected));
            if (!equal) {
                return false;
            }
        }
        return true;
    }

    private Evaluation<Row> evaluation(Restriction.Matching matching) {
        return RowValues.evaluation(mappings, work, entity, matching.arguments());
    }

    private RowPath path(AttributePath path) {
        return new RowPath(mappings, transaction, entity, path);
    }
}
