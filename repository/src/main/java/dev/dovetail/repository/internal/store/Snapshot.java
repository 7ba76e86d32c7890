package dev.dovetail.repository.internal.store;

import dev.dovetail.repository.internal.store.CommitLog.Commit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was committed at one moment, as changes to what is committed now. Used by one thread, inside statements. */
final class Snapshot {

    private final CommitLog log;
    private final long at;
    private final Map<String, TableChanges> past = new HashMap<>();
    private long seen;

    Snapshot(CommitLog log, long at) {
        this.log = log;
        this.at = at;
        this.seen = at;
    }

    /** How many commits had taken place. */
    long at() {
        return at;
    }

    void close() {
        log.close(this);
    }

    /** Whether a table was changed since. */
    boolean isChanged(Set<String> tables) {
        return log.since(at).stream()
                .anyMatch(commit -> commit.replaced().keySet().stream().anyMatch(tables::contains));
    }

    /** What takes back the later commits to a table; null if none changed it. */
    @Nullable
    TableChanges past(TableDefinition table, TextRules rules, Store store) {
        if (store.commits() > seen) {
            for (Commit commit : log.since(seen)) {
                commit.replaced()
                        .forEach((name, rows) -> rows.forEach((id, row) -> takeBack(store, rules, name, id, row)));
            }
            seen = store.commits();
        }
        return past.get(table.name());
    }

    /** The oldest counts. */
    private void takeBack(Store store, TextRules rules, String name, Object id, @Nullable Row row) {
        TableChanges changes = past.computeIfAbsent(name, unused -> new TableChanges(store.table(name), rules));
        if (changes.hides(id)) {
            return;
        }
        if (row == null) {
            changes.remove(id, null);
        } else {
            changes.put(row, null);
        }
    }
}
