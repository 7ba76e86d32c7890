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
import dev.dovetail.orm.model.OrderLine;
import dev.dovetail.orm.model.OrderLine_;
import dev.dovetail.orm.model.Order_;
import dev.dovetail.orm.model.Role;
import dev.dovetail.orm.model.Role_;
import dev.dovetail.orm.model.User;
import dev.dovetail.orm.model.User_;
import dev.dovetail.orm.query.Column;
import dev.dovetail.orm.query.LoadOption;
import dev.dovetail.orm.query.Projection;
import dev.dovetail.orm.query.Query;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.query.restriction.Restriction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class ProjectionTest extends ShopTest {

    private static final Column.Path<User, Order> ORDER = Column.each(User_.orders);
    private static final Column.Path<User, BigDecimal> TOTAL = ORDER.to(Order_.total);
    private static final Column.Path<User, String> NAME = Column.of(User_.name);

    ProjectionTest(TestDatabase database) {
        super(database);
    }

    record UserName(Long id, String name) {}

    record Title(String name, @Nullable String title) {}

    record Buyer(String name, long orders, BigDecimal total) {}

    record UserOrder(User user, @Nullable Order order) {}

    @BeforeEach
    void fill() {
        user("ann", 3);
        user("bob", 1);
        user("cid", 0);
        run(uow -> {
            uow.add(new Role("admin", "Administrator"));
            uow.select(User.class)
                    .where(Restriction.equal(User_.name, "bob"))
                    .one()
                    .setRole(uow.get(Role.class, "admin"));
        });
    }

    @Test
    void recordsTakeTheAttributesOfTheirNames() {
        run(uow -> {
            List<String> sent = statements(() -> assertThat(uow.select(User.class)
                            .where(Restriction.unequal(User_.name, "bob"))
                            .orderBy(org.hibernate.query.Order.desc(User_.name))
                            .as(UserName.class)
                            .list())
                    .extracting(UserName::name)
                    .containsExactly("cid", "ann"));
            assertThat(sent).hasSize(1);
            assertThat(sent.get(0)).doesNotContain("email");
            assertThat(uow.session().getStatistics().getEntityCount()).isZero();
        });
    }

    @Test
    void attributesAndSingleValuesAreSelected() {
        run(uow -> {
            var sorted = uow.select(User.class).orderBy(org.hibernate.query.Order.asc(User_.name));
            assertThat(sorted.as(UserName.class, User_.id, User_.name).first())
                    .get()
                    .extracting(UserName::name)
                    .isEqualTo("ann");
            assertThat(sorted.as(String.class, User_.name).list()).containsExactly("ann", "bob", "cid");
            assertThat(sorted.as(Object[].class, User_.name, User_.version).first())
                    .get()
                    .isEqualTo(new Object[] {"ann", 0});
            assertThat(sorted.as(long.class, User_.id).list()).hasSize(3);
        });
    }

    @Test
    void whatStandsBehindAnAssociationLosesNoRow() {
        run(uow -> {
            Projection<User, Title> titles = uow.select(User.class)
                    .as(Title.class, NAME, Column.of(User_.role).to(Role_.title))
                    .orderBy(Column.of(User_.role).to(Role_.title).asc(), NAME.desc());
            assertThat(titles.list())
                    .containsExactly(new Title("bob", "Administrator"), new Title("cid", null), new Title("ann", null));
            assertThat(titles.count()).isEqualTo(3);
        });
    }

    @Test
    void singleValuesMayBeNull() {
        run(uow -> {
            for (Query<String> titles : List.of(
                    uow.select(User.class)
                            .as(String.class, Column.of(User_.role).to(Role_.title))
                            .orderBy(Column.of(User_.role).to(Role_.title).desc()),
                    uow.hql(
                            "select r.title from User u left join u.role r order by r.title desc nulls first",
                            String.class))) {
                assertThat(titles.list()).containsExactly(null, null, "Administrator");
                assertThat(titles.first()).isEmpty();
                assertThat(titles.<List<String>, RuntimeException>stream(Stream::toList))
                        .containsExactly(null, null, "Administrator");
                assertThat(titles.page(PageRequest.ofPage(1).size(2).withoutTotal())
                                .content())
                        .containsExactly(null, null);
            }
            assertThat(uow.select(Order.class)
                            .where(Restriction.equal(Order_.comment, "none"))
                            .as(BigDecimal.class, Column.sum(Column.of(Order_.total)))
                            .oneOrNone())
                    .isEmpty();
        });
    }

    @Test
    void groupsHaveAggregatesAndConditions() {
        run(uow -> {
            Projection<User, Buyer> buyers = uow.select(User.class)
                    .as(Buyer.class, NAME, Column.count(ORDER), Column.sum(TOTAL))
                    .orderBy(Column.sum(TOTAL).desc());
            assertThat(buyers.list()).extracting(Buyer::name).containsExactly("ann", "bob");
            assertThat(buyers.list()).extracting(Buyer::orders).containsExactly(3L, 1L);
            assertThat(buyers.first())
                    .get()
                    .satisfies(ann -> assertThat(ann.total()).isEqualByComparingTo("7.5"));
            assertThat(buyers.count()).isEqualTo(2);
            Projection<User, Buyer> big = buyers.having(Column.sum(TOTAL).greaterThan(new BigDecimal("2")))
                    .having(Column.<User>count().atLeast(2L));
            assertThat(big.one().name()).isEqualTo("ann");
            assertThat(big.count()).isEqualTo(1);
            assertThat(big.exists()).isTrue();
            assertThat(buyers.having(Column.<User>count().lessThan(1L)).exists())
                    .isFalse();
            assertThat(uow.select(User.class)
                            .as(Object[].class, NAME, Column.count(Column.<User, Order>eachOrNone(User_.orders)))
                            .orderBy(NAME.asc())
                            .list())
                    .extracting(row -> row[1])
                    .containsExactly(3L, 1L, 0L);
        });
    }

    @Test
    void eachAggregateIsWhatItSays() {
        run(uow -> {
            Column.Path<OrderLine, Integer> quantity = Column.of(OrderLine_.quantity);
            Column.Path<OrderLine, String> product = Column.of(OrderLine_.product);
            Object[] row = uow.select(OrderLine.class)
                    .as(
                            Object[].class,
                            Column.sum(quantity),
                            Column.average(quantity),
                            Column.min(product),
                            Column.max(quantity),
                            Column.countDistinct(product))
                    .one();
            assertThat(row).containsExactly(7L, 1.75, "product 1", 3, 3L);
        });
    }

    @Test
    void tuplesOfAJoinHoldManagedEntities() {
        run(uow -> {
            List<UserOrder> rows = uow.select(User.class)
                    .as(UserOrder.class, Column.entity(), Column.<User, Order>eachOrNone(User_.orders))
                    .orderBy(NAME.asc())
                    .list();
            assertThat(rows).hasSize(5);
            assertThat(rows.get(0).user())
                    .isSameAs(rows.get(1).user())
                    .isSameAs(uow.get(User.class, rows.get(0).user().getId()));
            assertThat(rows.get(4).order()).isNull();
        });
    }

    @Test
    void distinctRowsComeOnce() {
        run(uow -> {
            Projection<OrderLine, String> products = uow.select(OrderLine.class)
                    .as(String.class, OrderLine_.product)
                    .distinct()
                    .orderBy(Column.<OrderLine, String>of(OrderLine_.product).desc());
            assertThat(products.list()).containsExactly("product 3", "product 2", "product 1");
            assertThat(products.count()).isEqualTo(3);
            assertThat(walk(products, 2)).isEqualTo(products.list());
            assertThatThrownBy(() -> products.orderBy(
                            Column.<OrderLine, Integer>of(OrderLine_.quantity).asc()))
                    .isInstanceOf(WorkException.class)
                    .hasMessageContaining("selected columns");
        });
    }

    @Test
    void keysetPagesOfRowsJoinsAndGroups() {
        run(uow -> {
            Projection<User, Title> titles = uow.select(User.class)
                    .as(Title.class, NAME, Column.of(User_.role).to(Role_.title))
                    .orderBy(Column.of(User_.role).to(Role_.title).desc());
            assertThat(walk(titles, 1)).hasSize(3).containsAll(titles.list());
            Projection<User, Object[]> joined =
                    uow.select(User.class).as(Object[].class, NAME, TOTAL).orderBy(TOTAL.desc());
            assertThat(walk(joined, 1))
                    .usingRecursiveFieldByFieldElementComparator()
                    .containsExactlyElementsOf(
                            joined.orderBy(ORDER.to(Order_.id).asc()).list());
            Projection<User, Buyer> buyers = uow.select(User.class)
                    .as(Buyer.class, NAME, Column.count(ORDER), Column.sum(TOTAL))
                    .orderBy(Column.sum(TOTAL).asc());
            assertThat(walk(buyers, 1)).extracting(Buyer::name).containsExactly("bob", "ann");
            Page<Buyer> second = buyers.page(PageRequest.ofPage(2).size(1));
            assertThat(second.content()).extracting(Buyer::name).containsExactly("ann");
            assertThat(second.totalElements()).isEqualTo(2);
        });
    }

    private static <R> List<R> walk(Query<R> query, int size) {
        List<R> all = new ArrayList<>();
        CursoredPage<R> page = query.keyset(PageRequest.ofSize(size));
        all.addAll(page.content());
        while (page.hasNext()) {
            page = query.keyset(page.nextPageRequest());
            all.addAll(page.content());
        }
        assertThat(page.totalElements()).isEqualTo(all.size());
        return all;
    }

    @Test
    void whatDoesNotFitARecordSaysWhere() {
        run(uow -> {
            var users = uow.select(User.class);
            assertThatThrownBy(() -> users.as(UserName.class, User_.id))
                    .isInstanceOf(WorkException.class)
                    .hasMessageContaining("1 values");
            assertThatThrownBy(() -> users.as(Title.class))
                    .isInstanceOf(WorkException.class)
                    .hasMessageContaining("'title'");
            assertThatThrownBy(() -> users.as(String.class)).isInstanceOf(WorkException.class);
            assertThatThrownBy(() ->
                            users.as(UserName.class, User_.name, User_.email).list())
                    .isInstanceOf(WorkException.class)
                    .hasMessageContaining("Value 1")
                    .hasMessageContaining("Long");
            assertThatThrownBy(
                            () -> users.load(LoadOption.selectin(User_.orders)).as(UserName.class))
                    .isInstanceOf(WorkException.class);
            assertThatThrownBy(() -> users.orderBy(org.hibernate.query.Order.asc(User_.id))
                            .as(Object[].class, Column.<User>count()))
                    .isInstanceOf(WorkException.class);
        });
    }

    @Test
    void valuesOfGroupConditionsAreBound() {
        run(uow -> assertThat(uow.select(User.class)
                        .as(Object[].class, NAME, Column.sum(TOTAL))
                        .having(Column.sum(TOTAL).greaterThan(new BigDecimal("4711")))
                        .sql())
                .contains("having")
                .doesNotContain("4711"));
    }
}
