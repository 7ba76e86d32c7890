package dev.dovetail.core.internal.pool;

import java.util.LinkedHashMap;
import java.util.Map;

/** What SQLite's connections are set to: safe first, then fast. decision 9 has the reasons. */
final class SqlitePragmas {

    private SqlitePragmas() {}

    static Map<String, String> reader(PoolSettings pool) {
        Map<String, String> pragmas = both(pool);
        // SQLITE_OPEN_READONLY
        pragmas.put("open_mode", "1");
        return pragmas;
    }

    static Map<String, String> writer(PoolSettings pool) {
        Map<String, String> pragmas = both(pool);
        pragmas.put("journal_mode", "WAL");
        // Safe with WAL: a power cut may lose the last commits, never the consistency.
        pragmas.put("synchronous", "NORMAL");
        // Otherwise the log stays as large as it ever was.
        pragmas.put("journal_size_limit", "67108864");
        // A transaction that reads first and writes later would otherwise fail when another one wrote in between.
        pragmas.put("transaction_mode", "IMMEDIATE");
        return pragmas;
    }

    private static Map<String, String> both(PoolSettings pool) {
        Map<String, String> pragmas = new LinkedHashMap<>();
        pragmas.put("foreign_keys", "true");
        pragmas.put("busy_timeout", String.valueOf(pool.busyTimeout().toMillis()));
        // In KiB when negative: at most 16 MiB a connection instead of 2.
        pragmas.put("cache_size", "-16384");
        // Dates as text, not as the driver's epoch numbers: jOOQ, Hibernate and people then read the same.
        pragmas.put("date_class", "TEXT");
        pragmas.put("date_precision", "MILLISECONDS");
        return pragmas;
    }
}
