package dev.dovetail.core.query;

import dev.dovetail.core.internal.statement.Explainer;
import dev.dovetail.core.statement.ExecutionPlan;
import org.jspecify.annotations.Nullable;

/** A compiled statement and the values bound so far. */
final class DatabaseStatement implements CompiledStatement {

    private final Runner runner;
    private final Planner planner;
    private final @Nullable Object[] values;

    DatabaseStatement(Runner runner, Planner planner, @Nullable Object[] values) {
        this.runner = runner;
        this.planner = planner;
        this.values = values;
    }

    @Override
    public CompiledStatement bind(String name, @Nullable Object value) {
        return new DatabaseStatement(runner, planner, planner.parameters().with(values, name, value));
    }

    @Override
    public int execute() {
        planner.parameters().requireAll(values);
        return runner.update(planner.plan(values), values);
    }

    @Override
    public String sql() {
        return planner.first().sql();
    }

    /** With the values bound so far. */
    ExecutionPlan explain(Runner asking, Explainer explainer) {
        planner.parameters().requireAll(values);
        return runner.explain(asking, explainer, planner.plan(values), values);
    }

    @Override
    public String toString() {
        return "CompiledStatement[" + sql() + "]";
    }
}
