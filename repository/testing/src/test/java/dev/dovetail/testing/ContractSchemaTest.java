package dev.dovetail.testing;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dovetail.core.Database;
import dev.dovetail.core.error.ValueTooLongException;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.testing.contract.ContractSchema;
import org.junit.jupiter.api.Test;

@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class ContractSchemaTest {

    private final TestDatabase database;

    ContractSchemaTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void theTablesKeepWhatTheContractAsksFor() {
        try (Database db = Database.open(database.url())) {
            ContractSchema.create(db);
            db.transaction(sql -> sql.execute("insert into tags (name) values (?)", "x".repeat(20)));
            assertThatExceptionOfType(ValueTooLongException.class)
                    .isThrownBy(() ->
                            db.transaction(sql -> sql.execute("insert into tags (name) values (?)", "x".repeat(21))));
            assertThat(db.<Integer, RuntimeException>read(sql -> sql.fetchCount(sql.selectFrom("tags"))))
                    .isEqualTo(1);
        }
    }

    @Test
    void otherEnginesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ContractSchema.statements("oracle"));
    }
}
