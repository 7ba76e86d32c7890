package dev.dovetail.databases;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** What the databases of all engines have in common, and what {@link LeakCheck} asks of them. */
abstract class ServerDatabase implements TestDatabase {

    /** A session or transaction that is open; the id tells it from an earlier one. */
    record Open(String id, String description) {}

    /** Where a database is and who may enter. */
    record Address(String name, String url, String jdbcUrl, String username, String password) {}

    private final TestEngine engine;
    private final String version;
    private final Address address;
    private final AtomicBoolean closed = new AtomicBoolean();

    ServerDatabase(TestEngine engine, String version, Address address) {
        this.engine = engine;
        this.version = version;
        this.address = address;
    }

    /** Transactions that are open in this database, without those of the one who asks. */
    abstract List<Open> transactions() throws SQLException;

    /** Sessions that are open in this database, without those of the one who asks. */
    abstract List<Open> sessions() throws SQLException;

    /** Ends a session or the session of a transaction; says whether this engine can. */
    abstract boolean end(Open open) throws SQLException;

    abstract void drop() throws Exception;

    /** Remembers what is there; what comes back brings it back. */
    abstract Restore remember() throws Exception;

    /** Brings back what was remembered. */
    interface Restore {
        void run() throws Exception;
    }

    String name() {
        return address.name();
    }

    boolean isClosed() {
        return closed.get();
    }

    @Override
    public TestEngine engine() {
        return engine;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public String url() {
        return address.url();
    }

    @Override
    public String jdbcUrl() {
        return address.jdbcUrl();
    }

    @Override
    public String username() {
        return address.username();
    }

    @Override
    public String password() {
        return address.password();
    }

    @Override
    public Connection connect() throws SQLException {
        if (closed.get()) {
            throw new SQLException(this + " is closed: its files or its server-side database are gone.");
        }
        return DriverManager.getConnection(jdbcUrl(), username(), password());
    }

    @Override
    public Checkpoint checkpoint() {
        try {
            Restore restore = remember();
            return () -> {
                try {
                    restore.run();
                } catch (Exception e) {
                    throw new IllegalStateException(
                            "Could not bring back the rows of " + this + ": " + e.getMessage()
                                    + ". Likely a test left a transaction open, or works on in the background.",
                            e);
                }
            };
        } catch (Exception e) {
            throw new IllegalStateException("Could not remember the rows of " + this + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                drop();
            } catch (Exception e) {
                throw new IllegalStateException("Could not drop " + this + ": " + e.getMessage(), e);
            }
        }
    }

    @Override
    public String toString() {
        return engine.displayName() + " database " + address.name();
    }
}
