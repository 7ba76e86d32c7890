package dev.dovetail.repository.internal.store;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What commits replaced, kept for as long as a transaction looks at an earlier state. Snapshots are opened while nothing
 * is committed, and closed at any time.
 */
final class CommitLog {

    private final Deque<Commit> commits = new ArrayDeque<>();
    private final Set<Snapshot> open = ConcurrentHashMap.newKeySet();

    /** The state after a number of commits. */
    Snapshot open(long at) {
        Snapshot snapshot = new Snapshot(this, at);
        open.add(snapshot);
        return snapshot;
    }

    void close(Snapshot snapshot) {
        open.remove(snapshot);
    }

    /** While nobody reads. */
    void add(long number, Collection<TableChanges> changes) {
        long oldest = open.stream().mapToLong(Snapshot::at).min().orElse(number);
        commits.removeIf(commit -> commit.number() <= oldest);
        if (oldest < number) {
            Map<String, Map<Object, @Nullable Row>> replaced = new HashMap<>();
            changes.forEach(change -> replaced.put(change.table().name(), change.bases()));
            commits.add(new Commit(number, replaced));
        }
    }

    /** The commits after a number of them. */
    List<Commit> since(long number) {
        return commits.stream().filter(commit -> commit.number() > number).toList();
    }

    /**
     * One commit.
     *
     * @param replaced by table and id the row that was there before, or null for none
     */
    record Commit(long number, Map<String, Map<Object, @Nullable Row>> replaced) {}
}
