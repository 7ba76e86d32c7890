package dev.dovetail.orm;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.error.WorkException;
import dev.dovetail.orm.model.Order_;
import dev.dovetail.orm.model.User;
import dev.dovetail.orm.model.User_;
import dev.dovetail.orm.query.LoadOption;
import jakarta.data.exceptions.EmptyResultException;
import jakarta.data.exceptions.NonUniqueResultException;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class SelectionTest extends ShopTest {

    SelectionTest(TestDatabase database) {
        super(database);
    }

    private void users(int users, int orders) {
        run(uow -> {
            for (int u = 0; u < users; u++) {
                User user = new User("u" + u + "@example.com", String.format("u%03d", u));
                for (int o = 0; o < orders; o++) {
                    user.order("1").line("pen", o + 1);
                }
                uow.add(user);
            }
        });
    }

    @Test
    void fiftyUsersWithTheirOrdersAreTwoStatements() {
        users(60, 3);
        run(uow -> {
            List<User> found = new ArrayList<>();
            List<String> sent = statements(() -> found.addAll(uow.select(User.class)
                    .orderBy(org.hibernate.query.Order.asc(User_.id))
                    .load(LoadOption.selectin(User_.orders))
                    .limit(50)
                    .list()));
            assertThat(sent).hasSize(2);
            assertThat(found)
                    .hasSize(50)
                    .allSatisfy(user -> assertThat(user.getOrders()).hasSize(3));
            assertThat(uow.session().getStatistics().getEntityCount()).isEqualTo(200);
        });
    }

    @Test
    void selectinIsOneStatementForEachLevelAndEach500Owners() {
        users(501, 2);
        run(uow -> {
            List<String> sent = statements(() -> uow.select(User.class)
                    .load(LoadOption.selectin(User_.orders, Order_.lines))
                    .list());
            assertThat(sent).hasSize(1 + 2 + 3);
        });
    }

    @Test
    void selectinSkipsWhatIsLoadedAndKeepsPendingChanges() {
        users(3, 1);
        run(uow -> {
            User first = uow.select(User.class)
                    .where(org.hibernate.query.restriction.Restriction.equal(User_.name, "u000"))
                    .load(LoadOption.selectin("orders"))
                    .one();
            first.getOrders().get(0).setComment("pending");
            first.order("2");
            List<String> sent = statements(() ->
                    uow.select(User.class).load(LoadOption.selectin("orders")).list());
            assertThat(sent).hasSize(2);
            assertThat(first.getOrders()).hasSize(2);
            assertThat(first.getOrders().get(0).getComment()).isEqualTo("pending");
            assertThat(statements(() -> uow.select(User.class)
                            .load(LoadOption.selectin("orders"))
                            .list()))
                    .hasSize(1);
        });
        assertThat(count(ORDERS)).isEqualTo(4);
    }

    @Test
    void selectinLoadsToOneAssociations() {
        users(20, 2);
        run(uow -> {
            List<dev.dovetail.orm.model.Order> orders = new ArrayList<>();
            List<String> sent = statements(() -> orders.addAll(uow.select(dev.dovetail.orm.model.Order.class)
                    .load(LoadOption.selectin(Order_.user))
                    .list()));
            assertThat(sent).hasSize(2);
            assertThat(orders)
                    .hasSize(40)
                    .allSatisfy(order -> assertThat(order.getUser().getName()).startsWith("u0"));
        });
    }

    @Test
    void joinedLoadsInTheSameStatement() {
        users(5, 2);
        run(uow -> {
            List<String> sent = statements(() -> {
                var orders = uow.select(dev.dovetail.orm.model.Order.class)
                        .load(LoadOption.joined(Order_.user))
                        .list();
                assertThat(orders)
                        .hasSize(10)
                        .allSatisfy(
                                order -> assertThat(order.getUser().getName()).isNotNull());
                var found = uow.select(User.class)
                        .load(LoadOption.joined(User_.orders))
                        .list();
                assertThat(found)
                        .hasSize(5)
                        .allSatisfy(user -> assertThat(user.getOrders()).hasSize(2));
            });
            assertThat(sent).hasSize(2);
        });
    }

    @Test
    void aPageIsCutByTheDatabase() {
        users(25, 2);
        run(uow -> {
            var selection = uow.select(User.class)
                    .orderBy(org.hibernate.query.Order.asc(User_.name))
                    .load(LoadOption.selectin(User_.orders));
            List<String> sent = statements(() -> {
                Page<User> page = selection.page(PageRequest.ofPage(2).size(10));
                assertThat(page.content()).extracting(User::getName).first().isEqualTo("u010");
                assertThat(page.content()).hasSize(10);
                assertThat(page.totalElements()).isEqualTo(25);
                assertThat(page.totalPages()).isEqualTo(3);
            });
            assertThat(sent).hasSize(3);
            assertThat(statements(
                            () -> selection.page(PageRequest.ofPage(3).size(10).withoutTotal())))
                    .hasSize(2);
            assertThatThrownBy(() -> uow.select(User.class)
                            .load(LoadOption.joined(User_.orders))
                            .page(PageRequest.ofPage(1)))
                    .isInstanceOf(WorkException.class)
                    .hasMessageContaining("selectin");
            assertThat(uow.select(User.class)
                            .load(LoadOption.joined(User_.role))
                            .page(PageRequest.ofPage(1).size(5))
                            .content())
                    .hasSize(5);
        });
    }

    @Test
    void terminalOperationsSayWhatTheyFound() {
        users(3, 0);
        run(uow -> {
            var all = uow.select(User.class).orderBy(org.hibernate.query.Order.desc(User_.name));
            var none = all.where(org.hibernate.query.restriction.Restriction.equal(User_.name, "nobody"));
            var one = all.where(org.hibernate.query.restriction.Restriction.equal(User_.name, "u001"));
            assertThat(all.list()).extracting(User::getName).containsExactly("u002", "u001", "u000");
            assertThat(all.limit(2).list()).hasSize(2);
            assertThat(all.first()).get().extracting(User::getName).isEqualTo("u002");
            assertThat(all.count()).isEqualTo(3);
            assertThat(all.exists()).isTrue();
            assertThat(none.exists()).isFalse();
            assertThat(none.count()).isZero();
            assertThat(none.first()).isEmpty();
            assertThat(none.oneOrNone()).isEmpty();
            assertThat(one.one().getName()).isEqualTo("u001");
            assertThatThrownBy(none::one).isInstanceOf(EmptyResultException.class);
            assertThatThrownBy(all::one).isInstanceOf(NonUniqueResultException.class);
            assertThatThrownBy(all::oneOrNone).isInstanceOf(NonUniqueResultException.class);
            assertThatThrownBy(() -> uow.get(User.class, 4711L)).isInstanceOf(EmptyResultException.class);
        });
    }

    @Test
    void anUnknownAssociationIsRefusedWithThoseThereAre() {
        run(uow -> {
            assertThatThrownBy(() -> uow.select(User.class).load(LoadOption.selectin("order")))
                    .isInstanceOf(WorkException.class)
                    .hasMessageContaining("orders")
                    .hasMessageContaining("'order'");
            assertThatThrownBy(() -> uow.select(User.class).load(LoadOption.selectin("name")))
                    .isInstanceOf(WorkException.class);
            assertThatThrownBy(() -> uow.select(User.class).load(LoadOption.selectin("orders.comment")))
                    .isInstanceOf(WorkException.class);
        });
    }
}
