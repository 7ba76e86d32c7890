package dev.dovetail.migrations.autogenerate;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.catalog.Schema;
import dev.dovetail.migrations.ddl.Ddl;
import dev.dovetail.migrations.diff.Operation;
import dev.dovetail.migrations.diff.Rename;
import dev.dovetail.migrations.diff.SchemaChange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * The way from the scripts to the model, on one engine.
 *
 * @param previous what the scripts make
 * @param goal what should be
 * @param renames come first on the way up and last on the way down
 * @param up what remains to be done after the renames
 * @param down what takes that back
 */
record EngineChange(
        Engine engine, Schema previous, Goal goal, List<Rename> renames, SchemaChange up, SchemaChange down) {

    boolean isEmpty() {
        return renames.isEmpty() && up.isEmpty();
    }

    List<String> upStatements() {
        Ddl ddl = Ddl.of(engine);
        return Stream.concat(renames.stream().map(ddl::rename), ddl.statements(up).stream())
                .toList();
    }

    List<String> downStatements() {
        Ddl ddl = Ddl.of(engine);
        return Stream.concat(
                        ddl.statements(down).stream(),
                        reversed(renames).stream().map(ddl::rename))
                .toList();
    }

    static List<Rename> reversed(List<Rename> renames) {
        List<Rename> reversed =
                new ArrayList<>(renames.stream().map(Rename::reversed).toList());
        Collections.reverse(reversed);
        return reversed;
    }

    List<String> losses() {
        return losses(up);
    }

    /** What a downgrade throws away. */
    List<String> lossesOfDowngrade() {
        return losses(down);
    }

    private static List<String> losses(SchemaChange change) {
        return change.operations().stream()
                .filter(Operation::losesData)
                .map(Operation::describe)
                .toList();
    }

    Detected detected(List<String> moreNotes) {
        List<String> changes =
                new ArrayList<>(renames.stream().map(Rename::describe).toList());
        up.operations().forEach(operation -> changes.add(operation.describe()));
        List<String> notes = new ArrayList<>(goal.notes());
        notes.addAll(moreNotes);
        return new Detected(engine, changes, losses(), notes, Suggestions.of(up));
    }
}
