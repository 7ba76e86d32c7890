package dev.dovetail.examples.orders.service;

import static dev.dovetail.examples.orders.schema.Tables.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.Database;
import dev.dovetail.core.statement.StatementRecording;
import dev.dovetail.core.statement.Statements;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.examples.orders.file.CsvSource;
import dev.dovetail.examples.orders.file.OrderFile;
import dev.dovetail.examples.orders.load.OrderLoader;
import dev.dovetail.examples.orders.load.Progress;
import dev.dovetail.examples.orders.load.ReferenceData;
import dev.dovetail.examples.orders.model.Order;
import dev.dovetail.examples.orders.model.OrderLine;
import dev.dovetail.examples.orders.model.Product;
import dev.dovetail.examples.orders.model.User;
import dev.dovetail.migrations.Migrations;
import dev.dovetail.orm.HibernatePersistence;
import dev.dovetail.repository.UnloadedAssociationException;
import jakarta.data.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What listing users costs. */
@OnEachDatabase
class UsersTest {

    private final Database db;
    private final HibernatePersistence persistence;
    private final Users users;

    UsersTest(TestDatabase database) {
        db = Database.open(database.url());
        Migrations.of(db).upgrade();
        persistence = HibernatePersistence.of(db, User.class, Product.class, Order.class, OrderLine.class);
        users = persistence.repository(Users.class);
    }

    @BeforeEach
    void loadBundledOrders() {
        ReferenceData data = new ReferenceData(db);
        data.load();
        new OrderLoader(db, Progress.none()).load(new OrderFile(CsvSource.bundled("orders.csv"), data.ids()));
    }

    @AfterEach
    void close() {
        persistence.close();
        db.close();
    }

    @Test
    void listsFiftyUsersWithTheirOrdersInExactlyTwoStatements() {
        List<User> found = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        StatementRecording recording = Statements.during(() -> {
            found.addAll(users.listWithOrders(Limit.of(50)));
            found.forEach(user -> sizes.add(user.getOrders().size()));
        });

        assertThat(recording.statements()).hasSize(2);
        Map<Long, Integer> counts = db.read(sql -> sql.select(ORDERS.USER_ID, DSL.count())
                .from(ORDERS)
                .groupBy(ORDERS.USER_ID)
                .fetchMap(ORDERS.USER_ID, DSL.count()));
        assertThat(found).hasSize(50);
        assertThat(sizes)
                .isEqualTo(found.stream()
                        .map(user -> counts.getOrDefault(user.getId(), 0))
                        .toList());
    }

    @Test
    void refusesTheLoopThatWouldSendAStatementForEachUser() {
        StatementRecording recording = Statements.during(() -> {
            List<User> found = users.list(Limit.of(50));
            assertThatThrownBy(() -> found.stream()
                            .mapToInt(user -> user.getOrders().size())
                            .sum())
                    .isInstanceOf(UnloadedAssociationException.class)
                    .hasMessageContaining("User.orders is not loaded, in User with id ")
                    .hasMessageContaining("Users.list(Limit)")
                    .hasMessageContaining("@Load(\"orders\")");
        });

        assertThat(recording.statements()).hasSize(1);
    }
}
