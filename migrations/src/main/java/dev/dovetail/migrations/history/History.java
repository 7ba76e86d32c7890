package dev.dovetail.migrations.history;

import dev.dovetail.migrations.revision.RevisionId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the history table held when it was read. Immutable. */
public final class History {

    private final Map<RevisionId, HistoryRow> rows = new LinkedHashMap<>();
    private final List<HistoryRow> all;
    private final int lastRank;
    private final @Nullable RevisionId baseline;

    History(List<HistoryRow> inOrder, int lastRank) {
        inOrder.forEach(row -> rows.put(row.revision(), row));
        this.baseline = inOrder.stream()
                .filter(row -> row.type().equals(RowType.BASELINE))
                .map(HistoryRow::revision)
                .max(RevisionId::compareTo)
                .orElse(null);
        this.all = List.copyOf(inOrder);
        this.lastRank = lastRank;
    }

    /** The history of a database that has none. */
    static History empty() {
        return new History(List.of(), 0);
    }

    /** Every row, in the order in which the scripts were applied. */
    public Collection<HistoryRow> rows() {
        return rows.values();
    }

    /** Also those of a revision that has several, as in Flyway's table. */
    List<HistoryRow> allRows() {
        return all;
    }

    /** The row of a revision, or null. */
    public @Nullable HistoryRow row(RevisionId id) {
        return rows.get(id);
    }

    /** Whether the script of a revision ran to its end. */
    public boolean isApplied(RevisionId id) {
        HistoryRow row = rows.get(id);
        return row != null && row.success();
    }

    /** Whether the history began with a baseline at this revision or a later one: it counts as applied, without a row. */
    public boolean isBelowBaseline(RevisionId id) {
        return baseline != null && id.compareTo(baseline) <= 0;
    }

    /** The row of a script that failed half-way. */
    public Optional<HistoryRow> failed() {
        return rows.values().stream().filter(row -> !row.success()).findFirst();
    }

    /** The rank for the next row. */
    public int nextRank() {
        return lastRank + 1;
    }
}
