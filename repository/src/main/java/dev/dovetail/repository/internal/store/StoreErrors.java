package dev.dovetail.repository.internal.store;

import dev.dovetail.core.error.CheckFailedException;
import dev.dovetail.core.error.ChildExistsException;
import dev.dovetail.core.error.ConstraintDetails;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.DovetailException;
import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.error.MissingParentException;
import dev.dovetail.core.error.NullValueException;
import dev.dovetail.core.error.ReadOnlyException;
import dev.dovetail.core.error.TransactionException;
import dev.dovetail.core.error.TransientConflictException;
import dev.dovetail.core.error.ValueTooLongException;
import dev.dovetail.repository.RepositoryError;
import dev.dovetail.repository.StaleEntityException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The exceptions of the store: those of a database. */
final class StoreErrors {

    private StoreErrors() {}

    static DuplicateKeyException duplicateId(TableDefinition table, Object id, EngineRules rules) {
        return new DuplicateKeyException(
                new Explanation(
                        CoreError.DUPLICATE_KEY,
                        "A row with the primary key " + Shown.inText(table, table.idSlots(), id) + " is in table "
                                + table.tableOf(table.idSlots(), null) + " already.",
                        "the entity was inserted before, here or by another transaction",
                        "update(…) or save(…) it, or insert it with another id"),
                new ConstraintDetails(
                                rules.primaryKey(table),
                                table.tableOf(table.idSlots(), null),
                                table.columnNames(table.idSlots()))
                        .with(Shown.key(table, table.idSlots(), id)),
                null);
    }

    static DuplicateKeyException duplicate(TableDefinition table, UniqueKey key, Row row) {
        ConstraintDetails details = new ConstraintDetails(
                        key.name(), table.tableOf(key.slots(), key.rows()), table.columnNames(key.slots()))
                .with(Shown.values(table, key.slots(), row));
        return new DuplicateKeyException(
                new Explanation(
                        CoreError.DUPLICATE_KEY,
                        "Another row has the same values already: " + details.describe() + ".",
                        "the value was inserted before, here or by another transaction",
                        "look it up first and treat this exception as 'it exists', or choose another value"),
                details,
                null);
    }

    static MissingParentException missingParent(TableDefinition table, ForeignKey key, Object target) {
        ConstraintDetails details = details(table, key, target);
        return new MissingParentException(
                new Explanation(
                        CoreError.MISSING_PARENT,
                        "A row points to " + key.target() + " "
                                + Shown.inText(table, key.columns().slots(), target) + ", which does not exist: "
                                + details.describe() + ".",
                        "the row was deleted meanwhile, or never inserted",
                        "insert it first, or point to one that exists"),
                details,
                null);
    }

    static ChildExistsException childExists(TableDefinition table, ForeignKey key, TableDefinition parent, Object id) {
        ConstraintDetails details = details(table, key, id);
        return new ChildExistsException(
                new Explanation(
                        CoreError.CHILD_EXISTS,
                        parent.name() + " " + Shown.inText(parent, parent.idSlots(), id)
                                + " cannot be deleted, other rows point to it: " + details.describe() + ".",
                        "something still belongs to it",
                        "delete or detach those rows first, or cascade the removal"),
                details,
                null);
    }

    static NullValueException nullValue(TableDefinition table, Column column) {
        ConstraintDetails details = new ConstraintDetails(null, table.tableOf(column), List.of(column.name()))
                .with(Shown.value(column, null));
        return new NullValueException(
                new Explanation(
                        CoreError.NULL_VALUE,
                        "Null is not allowed in " + table.tableOf(column) + "." + column.name() + ".",
                        "the attribute was not set",
                        "set it, or make the column nullable"),
                details,
                null);
    }

    static ValueTooLongException tooLong(
            TableDefinition table, Column column, String length, Object value, @Nullable String constraint) {
        ConstraintDetails details = new ConstraintDetails(constraint, table.tableOf(column), List.of(column.name()))
                .with(Shown.value(column, value));
        return new ValueTooLongException(
                new Explanation(
                        CoreError.VALUE_TOO_LONG,
                        "A value of " + length + " does not fit into " + table.tableOf(column) + "." + column.name()
                                + ", which takes " + column.maxLength() + ".",
                        "input that was not checked, or a column that is too short",
                        "check the length before, or raise @Column(length = …) and the column's length"),
                details,
                null);
    }

    static StaleEntityException stale(TableDefinition table, Object id) {
        return StaleEntityException.of(table.name(), id, null, null);
    }

    static ReadOnlyException readOnly(String what) {
        return new ReadOnlyException(
                new Explanation(
                        CoreError.READ_ONLY,
                        what + " is refused: the transaction is read-only.",
                        "a write inside transactor().readOnly(), or a change of an entity that was loaded there",
                        "do it in transactor().run(() -> …)"),
                null);
    }

    static TransientConflictException changedSince(TableDefinition table, Object id) {
        return transientConflict(
                "The row " + id + " of table " + table.name()
                        + " was changed by another transaction since this one began to read.",
                "both ran at the same time, and this one asked to see one state throughout");
    }

    static TransientConflictException skew() {
        return transientConflict(
                "Another transaction changed a table that this serializable one had read before it wrote.",
                "both ran at the same time; the fake looks at tables, where a database may look at rows");
    }

    private static TransientConflictException transientConflict(String fact, String cause) {
        return new TransientConflictException(
                new Explanation(
                        CoreError.TRANSIENT_CONFLICT,
                        fact,
                        cause,
                        "run it again as a whole: transactor().isolation(…).retry(…)"),
                null);
    }

    static TransactionException secondWriter(String engine) {
        return new TransactionException(
                new Explanation(
                        CoreError.SELF_DEADLOCK,
                        "A second write transaction was asked for inside a write transaction of the same thread, which"
                                + " SQLite refuses.",
                        "requiresNew() around work that writes; the fake follows the rules of " + engine,
                        "join the running transaction, use nested(), or do the work in afterCommit(…); if it will never"
                                + " run on SQLite, give the fake the profile of its engine"),
                null);
    }

    static CheckFailedException checkFailed(TableDefinition table, CheckConstraint check, Row row) {
        ConstraintDetails details = new ConstraintDetails(check.name(), table.name(), check.columns())
                .with(Shown.ofColumns(table, check.columns(), row));
        return new CheckFailedException(
                new Explanation(
                        CoreError.CHECK_FAILED,
                        "A row does not meet the condition " + details.describe() + ".",
                        "input that was not checked before it was written",
                        "correct the value, or the condition if it is too strict"),
                details,
                null);
    }

    static TransientConflictException locked(TableDefinition table, Object id) {
        return new TransientConflictException(
                new Explanation(
                        CoreError.TRANSIENT_CONFLICT,
                        "Another transaction has locked the row of " + table.name() + " with id " + id + ".",
                        "both run at the same time, and this one does not wait: it was not asked to, the other one waits for it, or"
                                + " that takes too long",
                        "run it again as a whole: transactor().retry(…)"),
                null);
    }

    static DovetailException closed() {
        return new DovetailException(
                new Explanation(
                        RepositoryError.PERSISTENCE_CLOSED,
                        "The persistence is closed.",
                        "it was closed before the last of its users was done",
                        "close it when the application ends"),
                null);
    }

    private static ConstraintDetails details(TableDefinition table, ForeignKey key, Object id) {
        List<Integer> slots = key.columns().slots();
        List<String> columns = table.columnNames(slots);
        return new ConstraintDetails(key.name(), table.tableOf(slots, key.rows()), columns)
                .with(Shown.key(table, slots, id));
    }
}
