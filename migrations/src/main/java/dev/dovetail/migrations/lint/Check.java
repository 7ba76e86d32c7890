package dev.dovetail.migrations.lint;

import java.util.List;

/** Looks at one statement after the other. */
@FunctionalInterface
interface Check {

    /** All of them. */
    List<Check> ALL = List.of(
            new UnknownChecks(),
            new IndexChecks(),
            new ColumnChecks(),
            new TypeChecks(),
            new ConstraintChecks(),
            new RenameChecks(),
            new DropChecks(),
            new RowChecks(),
            new MaintenanceChecks(),
            new TransactionChecks(),
            new EnumChecks(),
            new SqliteChecks(),
            new MysqlFamilyChecks());

    void look(Statement statement, ScriptView script, Findings findings);
}
