package dev.dovetail.migrations.backfill;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.spi.DatabaseAccess;
import java.sql.Connection;
import java.sql.SQLException;

/** A connection of its own for each run. */
record AccessSource(DatabaseAccess access) implements BackfillSource {

    @Override
    public Engine engine() {
        return access.engine();
    }

    @Override
    public <T> T use(Work<T> work) {
        if (access.transactions().current() != null) {
            throw BackfillErrors.insideTransaction();
        }
        try (Connection connection = access.openConnection()) {
            return work.on(connection);
        } catch (SQLException failure) {
            throw access.translate(failure, null);
        }
    }
}
