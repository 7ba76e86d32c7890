package dev.dovetail.core.query;

import org.jspecify.annotations.Nullable;

/** A compiled statement and the values bound so far. */
final class DatabaseStatement implements CompiledStatement {

    private final Runner runner;
    private final StatementPlan plan;
    private final Parameters parameters;
    private final @Nullable Object[] values;

    DatabaseStatement(Runner runner, StatementPlan plan, Parameters parameters, @Nullable Object[] values) {
        this.runner = runner;
        this.plan = plan;
        this.parameters = parameters;
        this.values = values;
    }

    @Override
    public CompiledStatement bind(String name, @Nullable Object value) {
        return new DatabaseStatement(runner, plan, parameters, parameters.with(values, name, value));
    }

    @Override
    public int execute() {
        parameters.requireAll(values);
        return runner.update(plan, values);
    }

    @Override
    public String sql() {
        return plan.sql();
    }

    @Override
    public String toString() {
        return "CompiledStatement[" + sql() + "]";
    }
}
