package dev.dovetail.databases;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@OnEachDatabase({POSTGRESQL, H2, MARIADB})
class SequenceCheckpointTest {

    private final TestDatabase database;

    SequenceCheckpointTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void sequencesOfSingleNumbersBeginAgainAndThoseOfBlocksGoOn() throws SQLException {
        try (Connection connection = database.connect()) {
            Sql.run(connection, "create sequence numbers", "create sequence blocks increment by 50");
            Checkpoint checkpoint = database.checkpoint();
            long number = next(connection, "numbers");
            long block = next(connection, "blocks");

            checkpoint.restore();

            assertThat(next(connection, "numbers")).isEqualTo(number);
            assertThat(next(connection, "blocks")).isEqualTo(block + 50);
        }
    }

    private long next(Connection connection, String sequence) throws SQLException {
        return Long.parseLong(Sql.text(
                connection,
                database.engine() == POSTGRESQL
                        ? "select nextval('" + sequence + "')"
                        : "select next value for " + sequence));
    }
}
