package dev.dovetail.orm;

import dev.dovetail.core.Database;
import dev.dovetail.databases.TestDatabase;
import java.util.function.Consumer;

/** A persistence on a test's database, opened together and closed together. */
public record OpenPersistence(Database db, HibernatePersistence persistence) implements AutoCloseable {

    /** Opens both. */
    public static OpenPersistence of(TestDatabase database, Class<?>... entities) {
        return of(database, options -> {}, entities);
    }

    /** Opens both, with options. */
    public static OpenPersistence of(
            TestDatabase database, Consumer<PersistenceOptions> options, Class<?>... entities) {
        Database db = Database.open(database.url());
        try {
            return new OpenPersistence(db, HibernatePersistence.of(db, options, entities));
        } catch (Throwable failure) {
            db.close();
            throw failure;
        }
    }

    @Override
    public void close() {
        try {
            persistence.close();
        } finally {
            db.close();
        }
    }
}
