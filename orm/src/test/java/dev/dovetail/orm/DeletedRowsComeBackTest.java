package dev.dovetail.orm;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.model.Order;
import dev.dovetail.orm.model.User;
import dev.dovetail.orm.query.LoadOption;
import dev.dovetail.orm.work.UnitOfWork;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows are deleted through jOOQ, and something fails later: rows and entities are back, wherever it fails. */
@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class DeletedRowsComeBackTest extends ShopTest {

    DeletedRowsComeBackTest(TestDatabase database) {
        super(database);
    }

    private static User loaded(UnitOfWork uow) {
        return uow.select(User.class).load(LoadOption.selectin("orders.lines")).one();
    }

    private void deleteOrders(UnitOfWork uow) {
        User ann = loaded(uow);
        assertThat(ann.getOrders()).hasSize(2);
        uow.sql().deleteFrom(ORDERS).execute();
        assertThat(ann.getOrders()).isEmpty();
        assertThat(uow.select(Order.class).list()).isEmpty();
    }

    private void allIsThere() {
        assertThat(count(ORDERS)).isEqualTo(2);
        run(uow -> assertThat(loaded(uow).getOrders())
                .hasSize(2)
                .allSatisfy(order -> assertThat(order.getLines()).hasSize(1)));
    }

    @Test
    void afterAnExceptionInTheBlock() {
        user("ann", 2);
        assertThatThrownBy(() -> run(uow -> {
                    deleteOrders(uow);
                    throw new IllegalStateException("later");
                }))
                .hasMessage("later");
        allIsThere();
    }

    @Test
    void afterAnErrorInTheBlock() {
        user("ann", 2);
        assertThatThrownBy(() -> run(uow -> {
                    deleteOrders(uow);
                    throw new AssertionError("later");
                }))
                .hasMessage("later");
        allIsThere();
    }

    @Test
    void afterACommitWhoseFlushFailed() {
        user("ann", 2);
        assertThatThrownBy(() -> run(uow -> {
                    deleteOrders(uow);
                    uow.add(new User("ann@example.com", "twin"));
                }))
                .isInstanceOf(DuplicateKeyException.class);
        allIsThere();
    }

    @Test
    void afterAHookBeforeCommitFailed() {
        user("ann", 2);
        assertThatThrownBy(() -> run(uow -> {
                    deleteOrders(uow);
                    tx.beforeCommit(() -> {
                        throw new IllegalStateException("hook");
                    });
                }))
                .hasMessageContaining("hook");
        allIsThere();
    }

    @Test
    void afterANestedBlockOrAJooqTransactionFailed() {
        user("ann", 2);
        run(uow -> {
            User ann = loaded(uow);
            List<Order> orders = List.copyOf(ann.getOrders());
            assertThatThrownBy(() -> tx.nested().run(() -> {
                        deleteOrders(uow);
                        throw new IllegalStateException("nested");
                    }))
                    .hasMessage("nested");
            assertThat(ann.getOrders()).containsExactlyElementsOf(orders);
            assertThatThrownBy(() -> uow.sql().transaction(inner -> {
                        inner.dsl().deleteFrom(ORDERS).execute();
                        throw new IllegalStateException("jooq");
                    }))
                    .hasMessage("jooq");
            assertThat(ann.getOrders()).containsExactlyElementsOf(orders);
            assertThat(orders)
                    .allSatisfy(order -> assertThat(uow.contains(order)).isTrue());
            assertThat(statements(uow::flush)).isEmpty();
        });
        allIsThere();
    }
}
