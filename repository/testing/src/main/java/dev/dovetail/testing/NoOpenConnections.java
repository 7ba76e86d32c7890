package dev.dovetail.testing;

import dev.dovetail.core.Database;
import dev.dovetail.testing.internal.PoolCheck;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test after which connections of a database are still in use: somebody forgot to give them back.
 *
 * <pre>{@code
 * @RegisterExtension
 * final NoOpenConnections noOpenConnections = NoOpenConnections.of(() -> db);
 * }</pre>
 */
public final class NoOpenConnections implements AfterEachCallback {

    private final Supplier<Database> database;

    private NoOpenConnections(Supplier<Database> database) {
        this.database = database;
    }

    /** Looks at a database after each test; it is asked for then, so it may be opened later than this. */
    public static NoOpenConnections of(Supplier<Database> database) {
        return new NoOpenConnections(database);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        new PoolCheck().afterTest(database.get(), context.getDisplayName());
    }
}
