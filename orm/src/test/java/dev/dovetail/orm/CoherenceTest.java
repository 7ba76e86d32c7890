package dev.dovetail.orm;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.model.Note;
import dev.dovetail.orm.model.Team;
import dev.dovetail.orm.model.User;
import dev.dovetail.orm.query.LoadOption;
import dev.dovetail.orm.work.UnitOfWork;
import jakarta.data.exceptions.OptimisticLockingFailureException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class CoherenceTest extends ShopTest {

    CoherenceTest(TestDatabase database) {
        super(database);
    }

    @Test
    void anUpdateShowsInTheSameInstanceWhenItReturns() {
        Long id = user("ann", 0);
        run(uow -> {
            User ann = uow.get(User.class, id);
            uow.sql().update(USERS).set(USER_NAME, "Anna").where(USER_ID.eq(id)).execute();
            assertThat(ann.getName()).isEqualTo("Anna");
            assertThat(uow.get(User.class, id)).isSameAs(ann);
            ann.setEmail("anna@example.com");
        });
        run(uow -> {
            assertThat(uow.get(User.class, id).getName()).isEqualTo("Anna");
            assertThat(uow.get(User.class, id).getEmail()).isEqualTo("anna@example.com");
        });
    }

    @Test
    void manyEntitiesAreReadAgainInOneStatement() {
        for (int i = 0; i < 20; i++) {
            user("user" + i, 0);
        }
        run(uow -> {
            List<User> users = uow.select(User.class).list();
            List<String> sent = statements(
                    () -> uow.sql().update(USERS).set(USER_NAME, "same").execute());
            assertThat(sent).hasSize(2);
            assertThat(users).extracting(User::getName).containsOnly("same");
        });
    }

    @Test
    void pendingChangesOfOtherEntitiesSurvive() {
        Long id = user("ann", 1);
        run(uow -> {
            User ann =
                    uow.select(User.class).load(LoadOption.selectin("orders")).one();
            ann.setName("pending");
            List<String> sent = statements(
                    () -> uow.sql().update(ORDERS).set(ORDER_COMMENT, "x").execute());
            assertThat(sent).noneMatch(sql -> sql.startsWith("update users"));
            assertThat(ann.getName()).isEqualTo("pending");
            assertThat(ann.getOrders().get(0).getComment()).isEqualTo("x");
        });
        String name = work(uow -> uow.get(User.class, id).getName());
        assertThat(name).isEqualTo("pending");
    }

    @Test
    void aDeletedRowLeavesTheUnitOfWork() {
        Long id = user("ann", 2);
        run(uow -> {
            User ann = uow.select(User.class)
                    .load(LoadOption.selectin("orders.lines"))
                    .one();
            var first = ann.getOrders().get(0);
            List<?> orders = ann.getOrders();
            uow.sql().deleteFrom(ORDERS).where(ORDER_ID.eq(first.getId())).execute();
            assertThat(uow.contains(first)).isFalse();
            assertThat(uow.find(dev.dovetail.orm.model.Order.class, first.getId()))
                    .isEmpty();
            assertThat(ann.getOrders()).isSameAs(orders).hasSize(1).doesNotContain(first);
            ann.setName("still works");
        });
        run(uow -> {
            User ann =
                    uow.select(User.class).load(LoadOption.selectin("orders")).one();
            assertThat(ann.getName()).isEqualTo("still works");
            assertThat(ann.getOrders()).hasSize(1);
        });
        assertThat(id).isNotNull();
    }

    @Test
    void anInsertedRowShowsInLoadedCollections() {
        Long id = user("ann", 1);
        run(uow -> {
            User ann =
                    uow.select(User.class).load(LoadOption.selectin("orders")).one();
            uow.sql()
                    .insertInto(ORDERS)
                    .columns(ORDER_USER, org.jooq.impl.DSL.field(org.jooq.impl.DSL.name("total"), BigDecimal.class))
                    .values(id, new BigDecimal("9.00"))
                    .execute();
            assertThat(ann.getOrders()).hasSize(2);
            ann.getOrders().get(1).setComment("found");
        });
        List<String> comments = db.read(
                sql -> sql.select(ORDER_COMMENT).from(ORDERS).orderBy(ORDER_ID).fetch(ORDER_COMMENT));
        assertThat(comments).containsExactly(null, "found");
    }

    @Test
    void aRefreshedCollectionIsCleanAndTracksLaterChanges() {
        user("ann", 2);
        run(uow -> {
            User ann =
                    uow.select(User.class).load(LoadOption.selectin("orders")).one();
            uow.sql()
                    .deleteFrom(ORDERS)
                    .where(ORDER_ID.eq(ann.getOrders().get(0).getId()))
                    .execute();
            assertThat(statements(uow::flush)).isEmpty();
            uow.sql().update(ORDERS).set(ORDER_COMMENT, "y").execute();
            ann.getOrders().remove(0);
        });
        assertThat(count(ORDERS)).isZero();
    }

    @Test
    void valuesAndMapsAreReadAgain() {
        Long id = user("ann", 0);
        run(
                uow -> {
                    User ann = uow.get(User.class, id);
                    ann.getTags().add("a");
                },
                true);
        run(uow -> {
            User ann = uow.select(User.class)
                    .load(LoadOption.selectin("tags"), LoadOption.selectin("settings"), LoadOption.selectin("teams"))
                    .one();
            uow.sql().execute("insert into user_tags (user_id, tag) values (" + id + ", 'b')");
            assertThat(ann.getTags()).containsExactlyInAnyOrder("a", "b");
            uow.sql().execute("insert into user_settings (user_id, setting, content) values (" + id + ", 'k', 'v')");
            assertThat(ann.getSettings()).containsEntry("k", "v");
            uow.sql().execute("insert into teams (id, name) values (5, 'blue')");
            uow.sql().execute("insert into user_teams (user_id, team_id) values (" + id + ", 5)");
            assertThat(ann.getTeams()).extracting(Team::getName).containsExactly("blue");
            uow.sql().execute("delete from user_teams");
            assertThat(ann.getTeams()).isEmpty();
        });
    }

    private void run(java.util.function.Consumer<UnitOfWork> block, boolean lazily) {
        persistence.allowLazyLoading(() -> {
            run(block);
            return lazily;
        });
    }

    @Test
    void pendingLinksSurviveAStatementOnTheTableOfWhatTheyLinkTo() {
        user("ann", 0);
        run(uow -> uow.sql().execute("insert into teams (id, name) values (5, 'blue')"));
        run(uow -> {
            User ann = uow.select(User.class).load(LoadOption.selectin("teams")).one();
            ann.getTeams().add(uow.get(Team.class, 5L));
            uow.sql()
                    .update(TEAMS)
                    .set(org.jooq.impl.DSL.field(org.jooq.impl.DSL.name("name"), String.class), "green")
                    .execute();
            assertThat(ann.getTeams()).extracting(Team::getName).containsExactly("green");
        });
        run(uow -> assertThat(uow.select(User.class)
                        .load(LoadOption.selectin("teams"))
                        .one()
                        .getTeams())
                .hasSize(1));
    }

    @Test
    void rowsThatTheDatabaseDeletesItselfLeaveToo() {
        Long id = user("ann", 0);
        run(uow -> uow.add(new Note(1L, uow.get(User.class, id), "hello")));
        run(uow -> {
            User ann = uow.get(User.class, id);
            Note note = uow.get(Note.class, 1L);
            uow.sql().deleteFrom(USERS).where(USER_ID.eq(id)).execute();
            assertThat(uow.contains(ann)).isFalse();
            assertThat(uow.contains(note)).isFalse();
        });
    }

    @Test
    void aPendingChangeOfARowThatTheStatementReachesIsWrittenFirst() {
        Long id = user("ann", 0);
        run(uow -> {
            User ann = uow.get(User.class, id);
            ann.setEmail("new@example.com");
            uow.sql().update(USERS).set(USER_NAME, "Anna").execute();
            assertThat(ann.getEmail()).isEqualTo("new@example.com");
            assertThat(ann.getName()).isEqualTo("Anna");
        });
        run(uow -> assertThat(uow.get(User.class, id).getEmail()).isEqualTo("new@example.com"));
    }

    @Test
    void aLoopOverALoadedCollectionMayUpdateItsRows() {
        user("ann", 3);
        run(uow -> {
            User ann =
                    uow.select(User.class).load(LoadOption.selectin("orders")).one();
            for (var order : ann.getOrders()) {
                uow.sql()
                        .update(ORDERS)
                        .set(ORDER_COMMENT, "n" + order.getId())
                        .where(ORDER_ID.eq(order.getId()))
                        .execute();
            }
            assertThat(ann.getOrders())
                    .allSatisfy(order -> assertThat(order.getComment()).isEqualTo("n" + order.getId()));
        });
    }

    @Test
    void bulkInsertsShow() {
        Long id = user("ann", 0);
        run(uow -> {
            User ann =
                    uow.select(User.class).load(LoadOption.selectin("orders")).one();
            db.bulk()
                    .insert(ORDERS)
                    .columns(
                            ORDER_USER,
                            org.jooq.impl.DSL.field(
                                    org.jooq.impl.DSL.name("total"), org.jooq.impl.SQLDataType.NUMERIC(12, 2)))
                    .rows(List.of(1, 2, 3), i -> dev.dovetail.core.bulk.BulkRow.row(id, new BigDecimal(i)));
            assertThat(ann.getOrders()).hasSize(3);
        });
    }

    @Test
    void aRowThatAnotherTransactionChangedRaisesInsteadOfBeingOverwritten() {
        Long id = user("ann", 0);
        Throwable failure = catchThrowable(() -> run(uow -> {
            User ann = uow.get(User.class, id);
            uow.session().doWork(connection -> {
                try (var statement = connection.createStatement()) {
                    statement.executeUpdate("update users set version = version + 1 where id = " + id);
                }
            });
            ann.setName("mine");
        }));
        assertThat(failure)
                .isInstanceOf(OptimisticLockingFailureException.class)
                .hasMessageContaining("User with id " + id);
    }
}
