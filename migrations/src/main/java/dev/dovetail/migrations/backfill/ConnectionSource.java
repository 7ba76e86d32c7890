package dev.dovetail.migrations.backfill;

import dev.dovetail.core.engine.Engine;
import java.sql.Connection;
import java.sql.SQLException;

/** A connection that belongs to somebody else. */
record ConnectionSource(Connection connection, Engine engine) implements BackfillSource {

    @Override
    public <T> T use(Work<T> work) {
        try {
            return work.on(connection);
        } catch (SQLException failure) {
            throw BackfillErrors.failed(failure);
        }
    }
}
