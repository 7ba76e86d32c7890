package dev.dovetail.orm;

import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.bulk.BulkRow;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.model.User;
import dev.dovetail.orm.query.LoadOption;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;

/** Prints what the unit of work costs; only results are asserted. */
@OnEachDatabase({SQLITE, POSTGRESQL})
class CostTest extends ShopTest {

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final int ENTITIES = 1000;
    private static final int ROUNDS = 10;
    private static final int CALLS = 10;

    CostTest(TestDatabase database) {
        super(database);
    }

    @Test
    void aStatementBesideAThousandManagedEntities() {
        insertUsers();
        // Warms up.
        work(uow -> micros(() -> uow.sql().fetchCount(TEAMS)));
        double[] alone = new double[2];
        double[] beside = new double[2];
        // Alternating, because the machine is not equally fast all the time.
        for (int i = 0; i < 2; i++) {
            alone[i] = work(uow -> micros(() -> uow.sql().fetchCount(TEAMS)));
            beside[i] = work(uow -> {
                assertThat(uow.select(User.class).list()).hasSize(ENTITIES);
                return micros(() -> uow.sql().fetchCount(TEAMS));
            });
        }
        double cascaded = work(uow -> {
            assertThat(uow.select(User.class)
                            .load(LoadOption.selectin("orders"))
                            .list())
                    .hasSize(ENTITIES);
            return micros(() -> uow.sql().fetchCount(ORDERS));
        });
        double own = work(uow -> {
            assertThat(uow.select(User.class).list()).hasSize(ENTITIES);
            return micros(() -> uow.sql().fetchExists(USERS) ? 1 : 0);
        });
        print("a statement on another table", alone[1], beside[1]);
        print("on a table that they cascade to", alone[1], cascaded);
        print("on their table, nothing pending", alone[1], own);
    }

    @Test
    void aNestedBlockBesideAThousandManagedEntities() {
        insertUsers();
        double alone = work(uow -> micros(() -> tx.nested().call(() -> 1)));
        double beside = work(uow -> {
            assertThat(uow.select(User.class).list()).hasSize(ENTITIES);
            return micros(() -> tx.nested().call(() -> 1));
        });
        print("a nested block", alone, beside);
    }

    private void insertUsers() {
        db.bulk()
                .insert(USERS)
                .columns(
                        DSL.field(DSL.name("email"), SQLDataType.VARCHAR),
                        USER_NAME,
                        DSL.field(DSL.name("version"), SQLDataType.INTEGER))
                .rows(
                        IntStream.range(0, ENTITIES).boxed().toList(),
                        i -> BulkRow.row(i + "@example.com", "user " + i, 0));
    }

    /** Of this thread's processor time: what else the machine does counts less. */
    private static double micros(LongSupplier call) {
        double[] rounds = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = CPU.getCurrentThreadCpuTime();
            for (int i = 0; i < CALLS; i++) {
                assertThat(call.getAsLong()).isNotNegative();
            }
            rounds[round] = (CPU.getCurrentThreadCpuTime() - start) / 1000.0 / CALLS;
        }
        Arrays.sort(rounds);
        return rounds[ROUNDS / 4];
    }

    private void print(String what, double alone, double beside) {
        System.out.printf(
                Locale.ROOT,
                "%s, beside %d managed entities, %s: %.1f us more (%.1f against %.1f)%n",
                what,
                ENTITIES,
                database.engine(),
                beside - alone,
                beside,
                alone);
    }
}
