package dev.dovetail.testing.internal;

import dev.dovetail.core.Database;
import dev.dovetail.databases.Checkpoint;
import dev.dovetail.databases.LeakCheck;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestDatabases;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A fresh database with its tables, watched for what tests leave open. Not thread-safe. */
public final class OpenDatabase {

    private final TestDatabase server;
    private final Database db;
    private final LeakCheck leaks;
    private final PoolCheck pool = new PoolCheck();
    private final Checkpoint checkpoint;

    private OpenDatabase(TestDatabase server, Database db, LeakCheck leaks) {
        this.server = server;
        this.db = db;
        this.leaks = leaks;
        this.checkpoint = server.checkpoint();
    }

    /** Makes it and opens it. */
    public static OpenDatabase open(Tables tables, ExtensionContext context) {
        TestDatabase server = TestDatabases.create(tables.engine());
        try {
            Database db = Database.open(server.url());
            try {
                tables.create(db);
                return new OpenDatabase(server, db, LeakCheck.of(server, context));
            } catch (Throwable failure) {
                db.close();
                throw failure;
            }
        } catch (Throwable failure) {
            server.close();
            throw failure;
        }
    }

    /** The database, open. */
    public Database db() {
        return db;
    }

    /** The same as the server knows it. */
    public TestDatabase server() {
        return server;
    }

    /** Before a test. */
    public void beforeTest() {
        leaks.beforeTest();
        pool.beforeTest(db);
    }

    /** Looks for connections and transactions that a test left open. */
    public void lookForLeaks(Failures failures, String test) {
        failures.attempt(() -> pool.afterTest(db, test));
        failures.attempt(leaks::afterTest);
    }

    /** Brings back the rows of the beginning. */
    public void restore() {
        checkpoint.restore();
    }

    /** Closes and drops it. */
    public void close(Failures failures) {
        failures.attempt(db::close);
        failures.attempt(server::close);
    }

    /** Likewise, and looks for sessions that are still open although all should be closed. */
    public void closeLookingForLeaks(Failures failures) {
        failures.attempt(db::close);
        failures.attempt(leaks::afterClass);
        failures.attempt(server::close);
    }
}
