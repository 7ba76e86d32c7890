package dev.dovetail.migrations.execution;

import java.sql.Connection;

/** For engines that commit with each DDL statement: every statement is on its own. */
record NoStepTransaction() implements StepTransaction {

    @Override
    public boolean coversDdl() {
        return false;
    }

    @Override
    public void begin(Connection connection) {
        // Autocommit stays on.
    }

    @Override
    public void commit(Connection connection) {
        // Every statement has committed.
    }

    @Override
    public void rollback(Connection connection) {
        // There is nothing to take back.
    }
}
