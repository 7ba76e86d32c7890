package dev.dovetail.migrations.proof;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.catalog.Schema;
import dev.dovetail.migrations.catalog.Table;
import dev.dovetail.migrations.error.MigrationException;
import dev.dovetail.migrations.error.ScriptFailedException;
import dev.dovetail.migrations.execution.Executor;
import dev.dovetail.migrations.graph.RevisionGraph;
import dev.dovetail.migrations.graph.Target;
import dev.dovetail.migrations.scratch.ScratchDatabase;
import dev.dovetail.migrations.script.Scripts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs scripts as an upgrade and a downgrade would, and compares the catalog with what it should be: up, down, and up
 * again. Everything counts but the order of columns, which is reported.
 */
public final class Proof {

    private static final Duration LOCK_TIMEOUT = Duration.ofMinutes(1);

    private final ScratchDatabase database;
    private final Engine engine;
    private final List<String> locations;
    private final Expectation expectation;
    private final boolean withData;
    private int steps = 1;

    /**
     * On a database in which everything before the scripts has been applied.
     *
     * @param locations of all scripts, those that are to be proven included
     * @param withData whether rows have to survive, too
     */
    public Proof(ScratchDatabase database, List<String> locations, Expectation expectation, boolean withData) {
        this.database = database;
        this.engine = database.access().engine();
        this.locations = List.copyOf(locations);
        this.expectation = expectation;
        this.withData = withData;
    }

    /** How many revisions are to be proven together. Default 1. */
    public Proof steps(int revisions) {
        steps = revisions;
        return this;
    }

    /**
     * Proves it.
     *
     * @return what is worth knowing: columns that stand elsewhere than in the model, tables that took no row
     * @throws MigrationException saying the difference, if there is one
     */
    public List<String> run() {
        List<String> notes = new ArrayList<>();
        Optional<Sentinels> sentinels =
                withData ? Optional.of(Sentinels.plant(database, expectation, notes)) : Optional.empty();
        Executor executor = new Executor(
                database.access(), RevisionGraph.of(Scripts.read(locations, engine)), LOCK_TIMEOUT, step -> {});
        attempt("upgrade", () -> executor.upgrade(Target.HEAD));
        Schema up = database.schema();
        require("The upgrade does not lead to the model", up, expectation.goal());
        sentinels.ifPresent(rows -> rows.requireAfterUpgrade("The upgrade"));
        attempt("downgrade", () -> executor.downgrade(new Target.Steps(-steps)));
        require("The downgrade does not lead back to what was there", database.schema(), expectation.previous());
        sentinels.ifPresent(rows -> rows.requireAfterDowngrade("The downgrade"));
        attempt("second upgrade", () -> executor.upgrade(Target.HEAD));
        require("The upgrade after a downgrade does not lead to the model", database.schema(), expectation.goal());
        sentinels.ifPresent(rows -> rows.requireAfterUpgrade("The upgrade after a downgrade"));
        notes.addAll(otherOrders(up));
        return notes;
    }

    private void attempt(String what, Runnable run) {
        try {
            run.run();
        } catch (ScriptFailedException failure) {
            throw ProofErrors.refused(engine, what, failure);
        } catch (MigrationException failure) {
            throw ProofErrors.impossible(engine, what, failure);
        }
    }

    private void require(String fact, Schema actual, Schema expected) {
        if (!actual.withoutColumnOrder().equals(expected.withoutColumnOrder())) {
            throw ProofErrors.different(engine, fact, actual, expected);
        }
    }

    private List<String> otherOrders(Schema actual) {
        List<String> notes = new ArrayList<>();
        for (Table table : expectation.goal().tables().values()) {
            Table here = actual.table(table.name());
            if (here != null && !here.columnNames().equals(table.columnNames())) {
                notes.add("the columns of " + table.name() + " stand in the order "
                        + String.join(", ", here.columnNames()) + ", in the model "
                        + String.join(", ", table.columnNames()));
            }
        }
        return notes;
    }
}
