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
import dev.dovetail.orm.model.User;
import dev.dovetail.orm.model.User_;
import dev.dovetail.orm.query.LoadOption;
import dev.dovetail.orm.query.Selection;
import dev.dovetail.orm.work.UnitOfWork;
import dev.dovetail.repository.UnloadedAssociationException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class EntityStreamTest extends ShopTest {

    private static final int ORDERS = 1_700;

    EntityStreamTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void fill() {
        Long ann = user("ann", 0);
        db.transaction(sql -> {
            var insert = sql.insertInto(ShopTest.ORDERS, ORDER_USER, DSL.field(DSL.name("total")), ORDER_COMMENT);
            for (int i = 0; i < ORDERS; i++) {
                insert = insert.values(ann, i, "c" + i);
            }
            return insert.execute();
        });
    }

    private static Selection<Order> orders(UnitOfWork uow) {
        return uow.select(Order.class).orderBy(org.hibernate.query.Order.asc(Order_.id));
    }

    private static int managed(UnitOfWork uow) {
        return uow.session().getStatistics().getEntityCount();
    }

    @Test
    void keepsNoMoreThanABatchOfWhatItLoads() {
        run(uow -> {
            User ann = uow.select(User.class).one();
            AtomicInteger most = new AtomicInteger();
            AtomicInteger read = new AtomicInteger();
            List<String> sent = statements(() ->
                    orders(uow).load(LoadOption.selectin(Order_.user), LoadOption.selectin(Order_.lines)).stream(
                            rows -> {
                                rows.forEach(order -> {
                                    most.accumulateAndGet(managed(uow), Math::max);
                                    assertThat(order.getTotal()).isEqualByComparingTo(read.getAndIncrement() + "");
                                    assertThat(order.getLines()).isEmpty();
                                    assertThat(order.getUser()).isSameAs(ann);
                                });
                                return true;
                            }));
            assertThat(read).hasValue(ORDERS);
            assertThat(most).hasValue(501);
            assertThat(managed(uow)).isEqualTo(1);
            assertThat(uow.contains(ann)).isTrue();
            assertThat(sent).hasSize(1 + 4);
        });
    }

    @Test
    void whatIsUnloadedInLetGoEntitiesStillSaysSo() {
        run(uow -> {
            List<Order> kept = orders(uow).stream(Stream::toList);
            assertThat(kept).hasSize(ORDERS);
            assertThatThrownBy(() -> kept.get(0).getLines().size()).isInstanceOf(UnloadedAssociationException.class);
            assertThatThrownBy(() -> kept.get(0).getUser().getName()).isInstanceOf(UnloadedAssociationException.class);
            assertThat(managed(uow)).isZero();
        });
    }

    @Test
    void noChangeIsLost() {
        run(uow -> {
            List<Order> lines = new ArrayList<>();
            orders(uow).stream(rows -> {
                rows.forEach(order -> {
                    if (order.getTotal().intValue() % 400 == 3) {
                        order.setComment("changed");
                    }
                    if (order.getTotal().intValue() == 1_499) {
                        uow.flush();
                    }
                    lines.add(order);
                });
                return true;
            });
            assertThat(uow.contains(lines.get(3)))
                    .as("written before the last batch")
                    .isFalse();
            assertThat(uow.contains(lines.get(1_603))).as("pending").isTrue();
        });
        assertThat(db.<Integer, RuntimeException>read(
                        sql -> sql.fetchCount(ShopTest.ORDERS, ORDER_COMMENT.eq("changed"))))
                .isEqualTo(5);
    }

    @Test
    void whatTheWorkLoadsStaysManagedAndWhole() {
        run(uow -> {
            List<User> found = new ArrayList<>();
            orders(uow).stream(rows -> {
                rows.forEach(order -> {
                    if (order.getTotal().intValue() == 10) {
                        found.add(uow.select(User.class)
                                .load(LoadOption.selectin(User_.orders))
                                .one());
                    }
                });
                return true;
            });
            found.get(0).setName("anna");
            found.get(0).getOrders().get(0).setComment("first");
            found.get(0).order("1");
        });
        assertThat(count(ShopTest.ORDERS)).isEqualTo(ORDERS + 1);
        assertThat(db.<Integer, RuntimeException>read(
                        sql -> sql.fetchCount(ShopTest.ORDERS, ORDER_COMMENT.eq("first"))))
                .isEqualTo(1);
    }

    @Test
    void isClosedWhenTheWorkThrows() {
        run(uow -> {
            assertThatThrownBy(() -> orders(uow).stream(rows -> {
                        rows.limit(3).forEach(order -> assertThat(order).isNotNull());
                        throw new IOException("full");
                    }))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> orders(uow).stream(rows -> {
                        rows.forEach(order -> {
                            throw new AssertionError("no");
                        });
                        return true;
                    }))
                    .isInstanceOf(AssertionError.class);
            assertThat(managed(uow)).isZero();
            assertThat(uow.select(User.class).count()).isEqualTo(1);
        });
    }

    @Test
    void afterItsEndItIsOfNoUse() {
        run(uow -> {
            Stream<Order> kept = orders(uow).stream(rows -> rows);
            assertThat(kept.count()).isZero();
        });
    }

    @Test
    void aLimitAndTheReturnOfANestedBlockEndIt() {
        run(uow -> {
            assertThat(orders(uow).offset(1_000).limit(600).<Long, RuntimeException>stream(Stream::count))
                    .isEqualTo(600);
            assertThatThrownBy(() -> orders(uow).stream(rows -> {
                        rows.forEach(order -> {
                            if (order.getTotal().intValue() == 0) {
                                assertThatThrownBy(() -> tx.nested().run(() -> {
                                            throw new IllegalStateException("back");
                                        }))
                                        .isInstanceOf(IllegalStateException.class);
                            }
                        });
                        return true;
                    }))
                    .isInstanceOf(WorkException.class)
                    .hasMessageContaining("nested");
        });
    }
}
