package dev.dovetail.migrations.autogenerate;

import dev.dovetail.migrations.diff.Operation;
import dev.dovetail.migrations.diff.Operation.AddColumn;
import dev.dovetail.migrations.revision.RevisionId;
import java.util.ArrayList;
import java.util.List;

/**
 * The two scripts of one engine, with what a reader must know at the top.
 *
 * @param upgrade the text of the V script
 * @param downgrade the text of the U script
 */
record ChangeScripts(String upgrade, String downgrade) {

    static ChangeScripts of(EngineChange change, NewRevision revision, List<RevisionId> parents) {
        List<String> upRemarks = new ArrayList<>();
        change.losses().forEach(loss -> upRemarks.add("loses data: " + loss));
        change.up().all(AddColumn.class).stream()
                .filter(AddColumn::needsValue)
                .map(Operation::describe)
                .forEach(upRemarks::add);
        List<String> downRemarks = new ArrayList<>();
        change.losses().forEach(loss -> downRemarks.add("cannot bring back the data of: " + loss));
        change.lossesOfDowngrade().forEach(loss -> downRemarks.add("loses data: " + loss));
        return new ChangeScripts(
                revision.upgradeText(parents, upRemarks, change.upStatements()),
                revision.downgradeText(downRemarks, change.downStatements()));
    }
}
