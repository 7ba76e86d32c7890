package dev.dovetail.migrations.diff;

import dev.dovetail.migrations.catalog.Index;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds for each index of a table the one that it was: the same, or of the same meaning, or of the same name. */
final class IndexMatch {

    private final String table;
    private final List<Index> before;
    private final List<Index> after;

    IndexMatch(String table, List<Index> before, List<Index> after) {
        this.table = table;
        this.before = new ArrayList<>(before);
        this.before.removeAll(after);
        this.after = new ArrayList<>(after);
        this.after.removeAll(before);
    }

    void addTo(List<Operation> found) {
        for (Index index : List.copyOf(after)) {
            Optional<Index> renamed =
                    before.stream().filter(index::meansTheSame).findFirst();
            if (renamed.isPresent()) {
                found.add(new Operation.RenameIndex(table, renamed.get(), index));
                before.remove(renamed.get());
                after.remove(index);
            }
        }
        for (Index index : after) {
            Optional<Index> changed = before.stream()
                    .filter(old -> old.name().equals(index.name()))
                    .findFirst();
            if (changed.isPresent()) {
                found.add(new Operation.ChangeIndex(table, changed.get(), index));
                before.remove(changed.get());
            } else {
                found.add(new Operation.AddIndex(table, index));
            }
        }
        before.forEach(index -> found.add(new Operation.DropIndex(table, index)));
    }
}
