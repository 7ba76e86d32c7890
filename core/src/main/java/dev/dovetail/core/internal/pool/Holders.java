package dev.dovetail.core.internal.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Remembers who took which connection. A pool hands out a new object each time; the connection beneath it is the key, so
 * that there are never more entries than connections, and giving one back costs nothing. Thread-safe.
 */
final class Holders {

    private final Map<Connection, Loan> loans = new WeakHashMap<>();

    void taken(Connection connection, @Nullable String callSite) throws SQLException {
        Connection beneath = connection.unwrap(Connection.class);
        Loan loan = new Loan(connection, Thread.currentThread().getName(), callSite, System.nanoTime());
        synchronized (loans) {
            loans.put(beneath, loan);
        }
    }

    List<Holder> now() {
        return open().stream()
                .map(Loan::holder)
                .sorted(Comparator.comparing(Holder::held).reversed())
                .toList();
    }

    /** Reports each connection that has been out for longer, once. */
    void reportOlderThan(Duration threshold, Consumer<Holder> report) {
        for (Loan loan : open()) {
            Holder holder = loan.holder();
            if (!loan.reported && holder.held().compareTo(threshold) >= 0) {
                loan.reported = true;
                report.accept(holder);
            }
        }
    }

    private List<Loan> open() {
        List<Loan> all;
        synchronized (loans) {
            all = new ArrayList<>(loans.values());
        }
        all.removeIf(loan -> !loan.isOut());
        return all;
    }

    private static final class Loan {
        private final Connection connection;
        private final String thread;
        private final @Nullable String callSite;
        private final long since;
        private volatile boolean reported;

        Loan(Connection connection, String thread, @Nullable String callSite, long since) {
            this.connection = connection;
            this.thread = thread;
            this.callSite = callSite;
            this.since = since;
        }

        boolean isOut() {
            try {
                return !connection.isClosed();
            } catch (SQLException unknown) {
                return false;
            }
        }

        Holder holder() {
            return new Holder(thread, Duration.ofNanos(System.nanoTime() - since), callSite);
        }
    }
}
