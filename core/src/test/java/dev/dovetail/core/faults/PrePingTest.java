package dev.dovetail.core.faults;

import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.Database;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TcpProxy;
import dev.dovetail.databases.TestDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@OnEachDatabase({POSTGRESQL, MARIADB})
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PrePingTest {

    private final TestDatabase database;

    PrePingTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void noBrokenConnectionIsHandedOut() throws IOException, SQLException {
        try (TcpProxy proxy = Address.proxy(database);
                Database db = Database.open(
                        Address.through(proxy, database),
                        options -> options.poolSize(2).prePing(true))) {
            try (Connection one = db.access().openConnection();
                    Connection other = db.access().openConnection()) {
                assertThat(one).isNotSameAs(other);
            }
            assertThat(db.pool().idle()).isEqualTo(2);
            // Both are idle for less than the half second after which they would be tried out anyway.
            proxy.reset();
            assertThat(db.<Object, RuntimeException>transaction(sql -> sql.fetchValue("select 1")))
                    .hasToString("1");
        }
    }
}
