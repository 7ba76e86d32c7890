package dev.dovetail.migrations.autogenerate;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.diff.Operation;
import dev.dovetail.migrations.diff.Operation.AddColumn;
import dev.dovetail.migrations.revision.RevisionId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The scripts of one engine, two for each revision, with what a reader must know at the top. */
record ChangeScripts(Engine engine, List<NewRevision> revisions, List<String> upgrades, List<String> downgrades) {

    private static final List<String> NOTHING = List.of("nothing to do on this engine");

    /**
     * The texts.
     *
     * @param phases at most as many as revisions; where one is missing, the scripts are empty
     */
    static ChangeScripts of(
            EngineChange change, List<NewRevision> revisions, List<Phase> phases, List<RevisionId> heads) {
        ChangeScripts scripts = new ChangeScripts(change.engine(), revisions, new ArrayList<>(), new ArrayList<>());
        List<RevisionId> parents = heads;
        for (int i = 0; i < revisions.size(); i++) {
            NewRevision revision = revisions.get(i);
            if (i < phases.size()) {
                scripts.add(change, revision, phases.get(i), parents, i);
            } else {
                scripts.upgrades.add(revision.upgradeText(parents, NOTHING, List.of()));
                scripts.downgrades.add(revision.downgradeText(NOTHING, List.of()));
            }
            parents = List.of(revision.id());
        }
        return scripts;
    }

    private void add(EngineChange change, NewRevision revision, Phase phase, List<RevisionId> parents, int index) {
        List<String> common = new ArrayList<>();
        if (!phase.transactional()) {
            common.add("no-transaction");
        }
        if (revisions.size() > 1) {
            common.add("step " + (index + 1) + " of " + revisions.size() + ": " + phase.title());
        }
        List<String> up = new ArrayList<>(common);
        List<String> down = new ArrayList<>(common);
        up.addAll(phase.remarks());
        if (index == 0) {
            change.losses().forEach(loss -> up.add("loses data: " + loss));
            if (revisions.size() == 1) {
                change.up().all(AddColumn.class).stream()
                        .filter(AddColumn::needsValue)
                        .map(Operation::describe)
                        .forEach(up::add);
            }
            change.losses().forEach(loss -> down.add("cannot bring back the data of: " + loss));
            change.lossesOfDowngrade().forEach(loss -> down.add("loses data: " + loss));
        }
        upgrades.add(revision.upgradeText(parents, up, phase.up()));
        downgrades.add(revision.downgradeText(down, phase.down()));
    }

    /** By where they are to be written. */
    Map<Path, String> files(Path root) {
        Map<Path, String> files = new LinkedHashMap<>();
        for (int i = 0; i < revisions.size(); i++) {
            files.put(revisions.get(i).upgrade(root, engine), upgrades.get(i));
            files.put(revisions.get(i).downgrade(root, engine), downgrades.get(i));
        }
        return files;
    }
}
