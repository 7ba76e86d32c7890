package dev.dovetail.core.query;

import dev.dovetail.core.internal.statement.Explainer;
import dev.dovetail.core.statement.ExecutionPlan;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** A compiled query and the values bound so far. */
final class DatabaseQuery<T extends @Nullable Object> implements CompiledQuery<T> {

    private final QueryPlan<T> plan;
    private final @Nullable Object[] values;
    private final List<Field<?>> identity;

    DatabaseQuery(QueryPlan<T> plan, @Nullable Object[] values, List<Field<?>> identity) {
        this.plan = plan;
        this.values = values;
        this.identity = identity;
    }

    @Override
    public CompiledQuery<T> bind(String name, @Nullable Object value) {
        return new DatabaseQuery<>(plan, plan.planner().parameters().with(values, name, value), identity);
    }

    @Override
    public List<T> list() {
        return run(0, (rows, row) -> {
            List<T> list = new ArrayList<>();
            while (rows.next()) {
                list.add(plan.read(row));
            }
            return list;
        });
    }

    @Override
    public Optional<T> first() {
        return run(1, (rows, row) -> rows.next() ? Optional.ofNullable(plan.read(row)) : Optional.empty());
    }

    @Override
    public T one() {
        return run(2, (rows, row) -> {
            if (!rows.next()) {
                throw QueryErrors.none(sql());
            }
            return only(rows, row);
        });
    }

    @Override
    public Optional<T> oneOrNone() {
        return run(2, (rows, row) -> rows.next() ? Optional.ofNullable(only(rows, row)) : Optional.empty());
    }

    @Override
    public <X extends Exception> void forEach(RowConsumer<? super T, X> action) throws X {
        this.<Boolean, X>streamed((rows, row) -> {
            while (rows.next()) {
                action.accept(plan.read(row));
            }
            return true;
        });
    }

    @Override
    public <V extends @Nullable Object, X extends Exception> V stream(StreamFunction<T, V, X> work) throws X {
        return streamed((rows, row) -> {
            try (Stream<T> stream = RowSpliterator.stream(rows, row, plan.reader())) {
                return work.apply(stream);
            }
        });
    }

    @Override
    public long count() {
        plan.planner().parameters().requireAll(values);
        return plan.count(values);
    }

    @Override
    public CompiledQuery<T> keyedBy(Field<?>... columns) {
        return new DatabaseQuery<>(plan, values, List.of(columns));
    }

    @Override
    public Page<T> page(PageRequest request) {
        plan.planner().parameters().requireAll(values);
        return plan.pager(identity).page(request, values);
    }

    @Override
    public CursoredPage<T> cursoredPage(PageRequest request) {
        plan.planner().parameters().requireAll(values);
        return plan.pager(identity).cursoredPage(request, values);
    }

    private T only(Rows rows, Row row) throws SQLException {
        T read = plan.read(row);
        if (rows.next()) {
            throw QueryErrors.several(sql());
        }
        return read;
    }

    @Override
    public String sql() {
        return plan.planner().first().sql();
    }

    /** With the values bound so far. */
    ExecutionPlan explain(Runner asking, Explainer explainer) {
        Planner planner = plan.planner();
        planner.parameters().requireAll(values);
        return plan.runner().explain(asking, explainer, planner.plan(values), values);
    }

    @Override
    public String toString() {
        return "CompiledQuery[" + sql() + "]";
    }

    private <V extends @Nullable Object, X extends Exception> V streamed(Reading<V, X> reading) throws X {
        Planner planner = plan.planner();
        planner.parameters().requireAll(values);
        return plan.runner().stream(planner.plan(values), values, rows -> reading.of(rows, plan.row(rows)));
    }

    private <V extends @Nullable Object> V run(int maxRows, Reading<V, RuntimeException> reading) {
        Planner planner = plan.planner();
        planner.parameters().requireAll(values);
        return plan.runner().query(planner.plan(values), values, maxRows, rows -> reading.of(rows, plan.row(rows)));
    }

    private interface Reading<V extends @Nullable Object, X extends Exception> {
        V of(Rows rows, Row row) throws SQLException, X;
    }
}
