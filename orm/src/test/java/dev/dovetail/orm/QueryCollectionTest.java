package dev.dovetail.orm;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.error.ReadOnlyException;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.error.WorkException;
import dev.dovetail.orm.model.Note;
import dev.dovetail.orm.model.Order;
import dev.dovetail.orm.model.Order_;
import dev.dovetail.orm.model.Team;
import dev.dovetail.orm.model.Team_;
import dev.dovetail.orm.model.User;
import dev.dovetail.orm.model.User_;
import dev.dovetail.orm.query.LoadOption;
import dev.dovetail.orm.query.QueryCollection;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import java.math.BigDecimal;
import java.util.List;
import org.hibernate.Hibernate;
import org.hibernate.query.restriction.Restriction;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class QueryCollectionTest extends ShopTest {

    private static final Table<Record> LINKS = DSL.table(DSL.name("user_teams"));

    QueryCollectionTest(TestDatabase database) {
        super(database);
    }

    @Test
    void itIsFilteredSortedCountedAndPagedWithoutLoading() {
        Long ann = user("ann", 5);
        user("bob", 3);
        run(uow -> {
            User user = uow.get(User.class, ann);
            QueryCollection<Order> orders = uow.collection(user, User_.orders);
            List<String> sent = statements(() -> {
                assertThat(orders.count()).isEqualTo(5);
                assertThat(orders.where(Restriction.greaterThan(Order_.total, new BigDecimal("3")))
                                .count())
                        .isEqualTo(3);
                assertThat(orders.orderBy(org.hibernate.query.Order.desc(Order_.total))
                                .first()
                                .orElseThrow()
                                .getTotal())
                        .isEqualByComparingTo("5.5");
                Page<Order> page = orders.orderBy(org.hibernate.query.Order.asc(Order_.id))
                        .load(LoadOption.selectin(Order_.lines))
                        .page(PageRequest.ofPage(2).size(2));
                assertThat(page.content())
                        .hasSize(2)
                        .allSatisfy(order -> assertThat(order.getLines()).hasSize(1));
                assertThat(page.totalElements()).isEqualTo(5);
            });
            assertThat(sent).hasSize(1 + 1 + 1 + 3);
            assertThat(Hibernate.isInitialized(user.getOrders())).isFalse();
            assertThat(orders.exists()).isTrue();
            assertThat(orders.as(BigDecimal.class, Order_.total).list()).hasSize(5);
        });
    }

    @Test
    void whatRefersBackIsAddedAndRemovedAtTheNextFlush() {
        Long ann = user("ann", 2);
        run(uow -> {
            User user = uow.get(User.class, ann);
            QueryCollection<Order> orders = uow.collection(user, User_.orders);
            Order added = new Order(null, "9");
            assertThat(statements(() -> orders.add(added))).isEmpty();
            assertThat(added.getUser()).isSameAs(user);
            assertThat(orders.count()).as("queries find what is written").isEqualTo(2);
            uow.flush();
            assertThat(orders.count()).isEqualTo(3);
            assertThat(orders.contains(added)).isTrue();
            orders.remove(orders.orderBy(org.hibernate.query.Order.asc(Order_.id))
                    .first()
                    .orElseThrow());
            uow.flush();
            assertThat(orders.contains(added)).isTrue();
            assertThat(orders.count()).isEqualTo(2);
        });
        assertThat(count(ORDERS)).as("the association removes orphans").isEqualTo(2);
    }

    @Test
    void withoutOrphanRemovalTheReferenceBecomesNull() {
        Long ann = user("ann", 0);
        run(uow -> {
            QueryCollection<Note> notes = uow.collection(uow.get(User.class, ann), User_.notes);
            Note note = new Note(1L, null, "x");
            notes.add(note);
            uow.flush();
            assertThat(notes.one()).isSameAs(note);
            notes.remove(note);
            uow.flush();
            assertThat(notes.exists()).isFalse();
            assertThat(note.getUser()).isNull();
        });
        assertThat(db.<Integer, RuntimeException>read(sql -> sql.fetchCount(DSL.table(DSL.name("notes")))))
                .isEqualTo(1);
    }

    @Test
    void aLoadedCollectionShowsItAtOnceAnUnloadedOneWhenItIsLoaded() {
        Long ann = user("ann", 2);
        run(uow -> {
            User user = uow.select(User.class)
                    .load(LoadOption.selectin(User_.orders))
                    .get(ann);
            QueryCollection<Order> orders = uow.collection(user, User_.orders);
            Order added = new Order(null, "9");
            orders.add(added);
            assertThat(user.getOrders()).hasSize(3).contains(added);
            orders.remove(user.getOrders().get(0));
            assertThat(user.getOrders()).hasSize(2).contains(added);
        });
        assertThat(count(ORDERS)).isEqualTo(2);
        run(uow -> {
            User user = uow.get(User.class, ann);
            Order added = new Order(null, "8");
            uow.collection(user, User_.orders).add(added);
            uow.select(User.class).load(LoadOption.selectin(User_.orders)).get(ann);
            assertThat(user.getOrders()).hasSize(3).contains(added);
        });
        assertThat(count(ORDERS)).isEqualTo(3);
    }

    @Test
    void linksOfAJoinTableAreWrittenAtOnce() {
        Long ann = user("ann", 0);
        Long bob = user("bob", 0);
        run(uow -> {
            uow.add(new Team(1L, "red"));
            uow.add(new Team(2L, "blue"));
        });
        run(uow -> {
            User user = uow.get(User.class, ann);
            QueryCollection<Team> teams = uow.collection(user, User_.teams);
            Team red = uow.get(Team.class, 1L);
            assertThat(statements(() -> teams.add(red))).hasSize(2);
            assertThat(statements(() -> teams.add(red))).as("it is a set").hasSize(1);
            teams.add(new Team(3L, "new"));
            uow.collection(uow.get(User.class, bob), User_.teams).add(red);
            assertThat(Hibernate.isInitialized(user.getTeams())).isFalse();
            assertThat(teams.count()).isEqualTo(2);
            assertThat(teams.orderBy(org.hibernate.query.Order.desc(Team_.name)).list())
                    .extracting(Team::getName)
                    .containsExactly("red", "new");
            assertThat(teams.contains(uow.get(Team.class, 2L))).isFalse();
            assertThat(statements(() -> teams.remove(red))).hasSize(1);
            assertThat(teams.one().getName()).isEqualTo("new");
        });
        assertThat(count(LINKS)).isEqualTo(2);
    }

    @Test
    void aLoadedCollectionOfLinksIsReadAgain() {
        Long ann = user("ann", 0);
        run(uow -> {
            User user = uow.select(User.class)
                    .load(LoadOption.selectin(User_.teams))
                    .get(ann);
            QueryCollection<Team> teams = uow.collection(user, User_.teams);
            Team red = new Team(1L, "red");
            teams.add(red);
            assertThat(user.getTeams()).containsExactly(red);
            user.getTeams().add(new Team(2L, "blue"));
            user.getTeams().forEach(uow::add);
            assertThat(teams.count()).as("pending").isEqualTo(1);
            teams.remove(red);
            assertThat(user.getTeams()).extracting(Team::getName).containsExactly("blue");
        });
        assertThat(count(LINKS)).isEqualTo(1);
    }

    @Test
    void aRollbackTakesItBack() {
        Long ann = user("ann", 1);
        run(uow -> uow.add(new Team(1L, "red")));
        assertThatThrownBy(() -> run(uow -> {
                    User user = uow.get(User.class, ann);
                    uow.collection(user, User_.teams).add(uow.get(Team.class, 1L));
                    uow.collection(user, User_.orders).add(new Order(null, "3"));
                    uow.flush();
                    throw new IllegalStateException("back");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(count(LINKS)).isZero();
        assertThat(count(ORDERS)).isEqualTo(1);
    }

    @Test
    void whatCannotBeAQueryOrWrittenSaysWhy() {
        Long ann = user("ann", 1);
        Order detached = work(uow -> uow.select(Order.class).first().orElseThrow());
        run(uow -> {
            User user = uow.get(User.class, ann);
            assertThatThrownBy(() -> uow.collection(user, User_.tags))
                    .isInstanceOf(WorkException.class)
                    .hasMessageContaining("Column.each");
            assertThatThrownBy(() -> uow.collection(new User("x", "x"), User_.orders))
                    .isInstanceOf(WorkException.class)
                    .hasMessageContaining("not managed");
            QueryCollection<Order> orders = uow.collection(user, User_.orders);
            assertThatThrownBy(() -> orders.add(detached)).isInstanceOf(WorkException.class);
            assertThatThrownBy(() -> orders.remove(detached))
                    .isInstanceOf(WorkException.class)
                    .hasMessageContaining("detached");
        });
        tx.readOnly().run(() -> {
            User user = persistence.unitOfWork().get(User.class, ann);
            QueryCollection<Order> orders = persistence.unitOfWork().collection(user, User_.orders);
            assertThat(orders.count()).isEqualTo(1);
            assertThatThrownBy(() -> orders.add(new Order(null, "1"))).isInstanceOf(ReadOnlyException.class);
        });
    }
}
