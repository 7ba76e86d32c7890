package dev.dovetail.examples.orders.report;

import static dev.dovetail.core.bulk.BulkRow.row;
import static dev.dovetail.examples.orders.schema.Tables.ORDERS;
import static dev.dovetail.examples.orders.schema.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.Database;
import dev.dovetail.core.statement.Statements;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.migrations.Migrations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class BestBuyersTest {

    private final TestDatabase database;

    BestBuyersTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void sumsUpEveryCentInOneStatement() {
        try (Database db = Database.open(database.url())) {
            Migrations.of(db).upgrade();
            db.bulk()
                    .insert(USERS)
                    .columns(USERS.ID, USERS.EMAIL, USERS.NAME)
                    .rows(List.of(1L, 2L, 3L, 4L), id -> row(id, "u" + id + "@mail.example", "User " + id));
            List<Long> amounts = List.of(9_007_199_254_740_993L, 2L, 9_007_199_254_740_995L, 7L, 7L);
            List<Long> buyers = List.of(1L, 1L, 2L, 4L, 3L);
            db.bulk()
                    .insert(ORDERS)
                    .columns(ORDERS.NUMBER, ORDERS.USER_ID, ORDERS.SHIP_TO, ORDERS.ORDERED_AT, ORDERS.TOTAL_CENTS)
                    .rows(
                            List.of(0, 1, 2, 3, 4),
                            i -> row("S-" + i, buyers.get(i), "here", Instant.EPOCH, amounts.get(i)));

            List<Buyer> best = new ArrayList<>();
            int statements =
                    Statements.during(() -> best.addAll(BestBuyers.of(db, 3))).count();

            assertThat(best)
                    .containsExactly(
                            new Buyer("User 1", "u1@mail.example", 2, 9_007_199_254_740_995L),
                            new Buyer("User 2", "u2@mail.example", 1, 9_007_199_254_740_995L),
                            new Buyer("User 3", "u3@mail.example", 1, 7));
            assertThat(statements).isEqualTo(1);
        }
    }
}
