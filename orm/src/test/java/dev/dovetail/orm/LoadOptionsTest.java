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
import dev.dovetail.orm.model.Order;
import dev.dovetail.orm.model.Order_;
import dev.dovetail.orm.model.Role;
import dev.dovetail.orm.model.User;
import dev.dovetail.orm.model.User_;
import dev.dovetail.orm.query.LoadOption;
import dev.dovetail.orm.query.Selection;
import dev.dovetail.orm.work.UnitOfWork;
import dev.dovetail.repository.LazyPolicy;
import dev.dovetail.repository.UnloadedAssociationException;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import java.util.List;
import org.hibernate.Hibernate;
import org.hibernate.query.restriction.Restriction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class LoadOptionsTest extends ShopTest {

    LoadOptionsTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void fill() {
        for (int i = 0; i < 6; i++) {
            user("u" + i, i);
        }
        run(uow -> uow.select(User.class).list().forEach(user -> {
            Role role = new Role("r" + user.getId(), "role of " + user.getName());
            uow.add(role);
            user.setRole(role);
        }));
    }

    private static Selection<User> users(UnitOfWork uow) {
        return uow.select(User.class).orderBy(org.hibernate.query.Order.asc(User_.name));
    }

    private static long managed(UnitOfWork uow) {
        return uow.session().getStatistics().getEntityCount();
    }

    @Test
    void subqueryIsOneStatementForEachStepAndKnowsLimitAndOffset() {
        run(uow -> {
            List<String> sent = statements(() -> {
                List<User> found = users(uow)
                        .where(Restriction.like(User_.name, "u%"))
                        .load(LoadOption.subquery(User_.orders, Order_.lines))
                        .offset(1)
                        .limit(3)
                        .list();
                assertThat(found).extracting(user -> user.getOrders().size()).containsExactly(1, 2, 3);
                assertThat(found.get(2).getOrders())
                        .allSatisfy(order -> assertThat(order.getLines()).hasSize(1));
            });
            assertThat(sent).hasSize(3);
            assertThat(managed(uow))
                    .as("users, orders and lines of these, and no others")
                    .isEqualTo(3 + 6 + 6);
        });
    }

    @Test
    void subqueryWithoutALimitLoadsEverythingOnce() {
        run(uow -> {
            List<String> sent = statements(() -> assertThat(
                            users(uow).load(LoadOption.subquery(User_.orders)).list())
                    .extracting(user -> user.getOrders().size())
                    .containsExactly(0, 1, 2, 3, 4, 5));
            assertThat(sent).hasSize(2);
        });
    }

    @Test
    void subqueryLoadsToOnesElementsAndWhatIsEmbedded() {
        run(uow -> users(uow)
                .load(LoadOption.selectin("settings"))
                .list()
                .forEach(user -> user.getSettings().put("colour", user.getName())));
        run(uow -> {
            List<String> sent = statements(() -> {
                List<User> found = users(uow)
                        .load(LoadOption.subquery("role"), LoadOption.subquery("settings"))
                        .limit(2)
                        .list();
                assertThat(found.get(1).getRole().getTitle()).isEqualTo("role of u1");
                assertThat(found.get(1).getSettings()).containsEntry("colour", "u1");
            });
            assertThat(sent).hasSize(3);
            assertThat(managed(uow)).isEqualTo(4);
        });
    }

    @Test
    void subqueryPagesLoadTheirOwnRowsOnly() {
        run(uow -> {
            Page<User> page = users(uow)
                    .load(LoadOption.subquery(User_.orders))
                    .page(PageRequest.ofPage(2).size(2));
            assertThat(page.content())
                    .extracting(user -> user.getOrders().size())
                    .containsExactly(2, 3);
            assertThat(managed(uow)).isEqualTo(2 + 5);
            assertThat(users(uow)
                            .load(LoadOption.subquery(User_.orders))
                            .keyset(PageRequest.ofSize(2))
                            .content())
                    .extracting(user -> user.getOrders().size())
                    .containsExactly(0, 1);
        });
    }

    @Test
    void subqueryKeepsPendingChanges() {
        run(uow -> {
            User loaded = users(uow)
                    .load(LoadOption.selectin(User_.orders))
                    .offset(2)
                    .limit(1)
                    .one();
            loaded.setName("u2 pending");
            loaded.getOrders().get(0).setComment("pending");
            loaded.order("9");
            User unloaded = users(uow).offset(3).limit(1).one();
            unloaded.getOrders().add(new Order(unloaded, "8"));
            users(uow).load(LoadOption.subquery(User_.orders)).list();
            assertThat(loaded.getOrders()).hasSize(3);
            assertThat(loaded.getOrders().get(0).getComment()).isEqualTo("pending");
            assertThat(unloaded.getOrders()).hasSize(4);
        });
        assertThat(count(ORDERS)).isEqualTo(17);
    }

    @Test
    void immediateIsAStatementForEachOwner() {
        run(uow -> {
            List<String> sent = statements(() -> assertThat(users(uow)
                            .load(LoadOption.immediate(User_.orders), LoadOption.immediate("role"))
                            .limit(3)
                            .list())
                    .allSatisfy(user -> assertThat(user.getRole().getTitle()).endsWith(user.getName()))
                    .extracting(user -> user.getOrders().size())
                    .containsExactly(0, 1, 2));
            assertThat(sent).hasSize(1 + 3 + 3);
            assertThat(statements(() -> users(uow)
                            .load(LoadOption.immediate(User_.orders))
                            .limit(3)
                            .list()))
                    .as("what is loaded is left alone")
                    .hasSize(1);
        });
    }

    @Test
    void raiseIsStricterThanThePolicyAndEndsWithTheUnitOfWork() {
        try (HibernatePersistence lenient = HibernatePersistence.of(
                db,
                options -> options.lazy(LazyPolicy.SELECT),
                User.class,
                Order.class,
                dev.dovetail.orm.model.OrderLine.class,
                dev.dovetail.orm.model.Note.class,
                Role.class,
                dev.dovetail.orm.model.Team.class)) {
            tx.run(() -> {
                UnitOfWork uow = lenient.unitOfWork();
                List<User> found = users(uow)
                        .load(LoadOption.raise(User_.orders), LoadOption.raise(User_.role))
                        .list();
                User user = found.get(3);
                assertThatThrownBy(() -> user.getOrders().size())
                        .isInstanceOf(UnloadedAssociationException.class)
                        .hasMessageContaining("User.orders");
                assertThatThrownBy(() -> user.getRole().getTitle())
                        .isInstanceOf(UnloadedAssociationException.class)
                        .hasMessageContaining("User.role");
                assertThat(user.getNotes()).as("the policy of others stays").isEmpty();
                assertThatThrownBy(() -> tx.nested().run(() -> {
                            throw new IllegalStateException("back");
                        }))
                        .isInstanceOf(IllegalStateException.class);
                assertThatThrownBy(() -> user.getOrders().size()).isInstanceOf(UnloadedAssociationException.class);
                lenient.unitOfWork()
                        .select(User.class)
                        .load(LoadOption.selectin(User_.orders))
                        .list();
                assertThat(user.getOrders()).hasSize(3);
            });
            tx.run(() -> assertThat(users(lenient.unitOfWork()).list().get(3).getOrders())
                    .hasSize(3));
        }
    }

    @Test
    void noloadIsRefusedWithWhatToWriteInstead() {
        assertThatThrownBy(() -> LoadOption.noload(User_.orders))
                .isInstanceOf(WorkException.class)
                .hasMessageContaining("raise(\"orders\")");
    }

    @Test
    void whatIsNotAskedForStaysUnloaded() {
        run(uow -> {
            User user =
                    users(uow).load(LoadOption.subquery(User_.orders)).offset(5).one();
            assertThat(Hibernate.isInitialized(user.getOrders().get(0).getLines()))
                    .isFalse();
            assertThat(Hibernate.isInitialized(user.getNotes())).isFalse();
        });
    }
}
