package dev.dovetail.core.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.Database;
import dev.dovetail.core.transaction.Retry;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServerRestartTest {

    @Test
    void aTransactionInWhichTheServerIsRestartedIsRunAgain() throws IOException, SQLException {
        AtomicInteger attempts = new AtomicInteger();
        try (PostgresCluster cluster = PostgresCluster.start();
                Database db = Database.open(cluster.url())) {
            db.transaction(sql -> sql.execute("create table t (id int primary key)"));
            db.transactor().retry(Retry.exponential(3, Duration.ofMillis(10))).run(() -> {
                db.access().sql().execute("insert into t values (1)");
                if (attempts.incrementAndGet() == 1) {
                    cluster.stop();
                    cluster.startAgain();
                }
                db.access().sql().execute("insert into t values (2)");
            });
            assertThat(attempts).hasValue(2);
            assertThat(db.<Integer, RuntimeException>read(sql -> sql.fetchCount(DSL.table("t"))))
                    .isEqualTo(2);
        }
    }
}
