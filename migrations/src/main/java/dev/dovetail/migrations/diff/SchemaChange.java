package dev.dovetail.migrations.diff;

import dev.dovetail.migrations.catalog.Schema;
import dev.dovetail.migrations.diff.Operation.AddConstraint;
import dev.dovetail.migrations.diff.Operation.AddIndex;
import dev.dovetail.migrations.diff.Operation.ChangeConstraint;
import dev.dovetail.migrations.diff.Operation.ChangeIndex;
import dev.dovetail.migrations.diff.Operation.DropConstraint;
import dev.dovetail.migrations.diff.Operation.DropIndex;
import java.util.ArrayList;
import java.util.List;

/**
 * Two schemas and what leads from the one to the other. Immutable.
 *
 * @param before where it begins
 * @param after where it ends
 * @param operations the differences; those of one table stand together
 */
public record SchemaChange(Schema before, Schema after, List<Operation> operations) {

    /** Keeps a copy of the operations. */
    public SchemaChange {
        operations = List.copyOf(operations);
    }

    /** Finds the differences. The place of a column among the others is none. */
    public static SchemaChange between(Schema before, Schema after) {
        return new SchemaChange(before, after, new Differences(before, after).find());
    }

    /** Whether there are no differences. */
    public boolean isEmpty() {
        return operations.isEmpty();
    }

    /** The operations of a kind. */
    public <T extends Operation> List<T> all(Class<T> kind) {
        return operations.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Constraints that go, those included that come back as something else. */
    public List<DropConstraint> droppedConstraints() {
        List<DropConstraint> dropped = new ArrayList<>(all(DropConstraint.class));
        all(ChangeConstraint.class).forEach(change -> dropped.add(new DropConstraint(change.table(), change.before())));
        return dropped;
    }

    /** Constraints that come, those included that were something else. */
    public List<AddConstraint> addedConstraints() {
        List<AddConstraint> added = new ArrayList<>(all(AddConstraint.class));
        all(ChangeConstraint.class).forEach(change -> added.add(new AddConstraint(change.table(), change.after())));
        return added;
    }

    /** Indexes that go, those included that come back as something else. */
    public List<DropIndex> droppedIndexes() {
        List<DropIndex> dropped = new ArrayList<>(all(DropIndex.class));
        all(ChangeIndex.class).forEach(change -> dropped.add(new DropIndex(change.table(), change.before())));
        return dropped;
    }

    /** Indexes that come, those included that were something else. */
    public List<AddIndex> addedIndexes() {
        List<AddIndex> added = new ArrayList<>(all(AddIndex.class));
        all(ChangeIndex.class).forEach(change -> added.add(new AddIndex(change.table(), change.after())));
        return added;
    }
}
