package dev.dovetail.core.internal.bulk;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/**
 * What was rendered for the bulk operations of a database, whose tables and columns are constants as a rule; the least
 * recently used one goes. Thread-safe.
 */
final class RowStatements {

    private static final int MOST = 256;

    private final Map<Key, RowStatement> kept = new LinkedHashMap<>(16, 0.75f, true);

    synchronized RowStatement of(DSLContext sql, BulkWork work) {
        RowStatement row = kept.computeIfAbsent(new Key(work), key -> new RowStatement(sql, work));
        if (kept.size() > MOST) {
            Iterator<RowStatement> eldest = kept.values().iterator();
            eldest.next();
            eldest.remove();
        }
        return row;
    }

    /** Work on the same tables and columns, by identity: jOOQ renders most of them to compare them. */
    private record Key(BulkWork work) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && work.kind() == key.work.kind()
                    && work.table() == key.work.table()
                    && same(work.columns(), key.work.columns())
                    && same(work.key(), key.work.key())
                    && same(work.set(), key.work.set());
        }

        @Override
        public int hashCode() {
            int hash = work.kind().hashCode() * 31 + System.identityHashCode(work.table());
            for (Object column : work.columns()) {
                hash = hash * 31 + System.identityHashCode(column);
            }
            return hash;
        }

        private static boolean same(List<?> these, List<?> those) {
            if (these.size() != those.size()) {
                return false;
            }
            for (int i = 0; i < these.size(); i++) {
                if (these.get(i) != those.get(i)) {
                    return false;
                }
            }
            return true;
        }
    }
}
