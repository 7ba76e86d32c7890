package dev.dovetail.core.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.OpenDatabase;
import dev.dovetail.core.error.TransactionDoomedException;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

@OnEachDatabase(TestEngine.POSTGRESQL)
class AbortedTransactionTest extends OpenDatabase {

    private final Transactor tx = db.transactor();

    AbortedTransactionTest(TestDatabase database) {
        super(database);
    }

    @Test
    void aTransactionThatTheServerAbortedUnseenIsNotTakenForCommitted() {
        List<String> heard = new ArrayList<>();
        for (Transactor each : List.of(tx, tx.readOnly())) {
            assertThatThrownBy(() -> each.run(() -> {
                        tx.afterCommit(() -> heard.add("committed"));
                        failOnTheDriversConnection();
                    }))
                    .isInstanceOf(TransactionDoomedException.class)
                    .hasMessageContaining("aborted");
        }
        assertThat(heard).isEmpty();
    }

    private void failOnTheDriversConnection() {
        try {
            PGConnection driver = db.access().connection().unwrap(PGConnection.class);
            try (Statement statement = ((java.sql.Connection) driver).createStatement()) {
                statement.execute("select nothing");
            }
        } catch (SQLException expected) {
            assertThat(expected.getSQLState()).isEqualTo("42703");
        }
    }
}
