package dev.dovetail.databases;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Not on MariaDB, which would wait for each table. */
@OnEachDatabase({SQLITE, POSTGRESQL, H2})
class LockedCheckpointTest {

    private final TestDatabase database;

    LockedCheckpointTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void saysWhereSomebodyHoldsLocks() throws SQLException {
        try (Connection connection = database.connect()) {
            Sql.run(connection, "create table users (id integer primary key)", "insert into users (id) values (1)");
            Checkpoint checkpoint = database.checkpoint();
            connection.setAutoCommit(false);
            Sql.run(connection, "delete from users");

            assertThatThrownBy(checkpoint::restore)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Could not bring back the rows of " + database)
                    .hasMessageContaining("left a transaction open");
            connection.rollback();
        }
    }
}
