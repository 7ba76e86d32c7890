package dev.dovetail.testing.persistence;

import dev.dovetail.core.spi.PersistenceProvider;
import dev.dovetail.repository.Persistence;
import dev.dovetail.testing.internal.Failures;
import dev.dovetail.testing.internal.OpenDatabase;
import dev.dovetail.testing.internal.Providers;
import dev.dovetail.testing.internal.Tables;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real persistence and its database. */
record OpenPersistence(OpenDatabase database, Persistence persistence) {

    static OpenPersistence open(Tables tables, ExtensionContext context) {
        PersistenceProvider provider = Providers.persistence();
        OpenDatabase database = OpenDatabase.open(tables, context);
        try {
            return new OpenPersistence(
                    database, (Persistence) provider.open(database.db().access(), tables.entities()));
        } catch (Throwable failure) {
            database.close(new Failures());
            throw failure;
        }
    }

    void close(Failures failures) {
        failures.attempt(persistence::close);
        database.close(failures);
    }
}
