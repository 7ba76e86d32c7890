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
import dev.dovetail.orm.model.Team;
import dev.dovetail.orm.model.User;
import dev.dovetail.orm.query.LoadOption;
import dev.dovetail.orm.work.UnitOfWork;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class FlushPointsTest extends ShopTest {

    FlushPointsTest(TestDatabase database) {
        super(database);
    }

    @Test
    void addingWritesNothingUntilTheFlush() {
        run(uow -> {
            assertThat(statements(() -> uow.add(new User("a@example.com", "a"))))
                    .isEmpty();
            assertThat(statements(uow::flush)).singleElement().asString().startsWith("insert into users");
        });
    }

    @Test
    void entityQueriesDoNotFlush() {
        Long id = user("ann", 1);
        run(uow -> {
            User ann = uow.get(User.class, id);
            ann.setName("Anna");
            uow.add(new User("new@example.com", "new"));
            List<String> sent = statements(() -> {
                assertThat(uow.select(User.class).list()).containsExactly(ann);
                assertThat(uow.select(User.class).count()).isEqualTo(1);
                assertThat(uow.find(User.class, id + 1)).isEmpty();
            });
            assertThat(sent).hasSize(3).allMatch(sql -> sql.startsWith("select"));
            assertThat(ann.getName()).isEqualTo("Anna");
        });
    }

    @Test
    void aStatementOnATableWithAPendingChangeSeesIt() {
        Long id = user("ann", 0);
        run(uow -> {
            uow.get(User.class, id).setName("Anna");
            uow.add(new User("bob@example.com", "Bob"));
            assertThat(uow.sql().select(USER_NAME).from(USERS).orderBy(USER_ID).fetch(USER_NAME))
                    .containsExactly("Anna", "Bob");
        });
    }

    @Test
    void aStatementOnOtherTablesFlushesNothing() {
        Long id = user("ann", 1);
        run(uow -> {
            User ann = uow.get(User.class, id);
            ann.setName("Anna");
            uow.add(new User("bob@example.com", "Bob"));
            List<String> sent = statements(() -> uow.sql().fetchCount(TEAMS));
            assertThat(sent).hasSize(1);
            sent = statements(() -> uow.sql().fetchCount(ORDERS));
            assertThat(sent).as("no order is pending").hasSize(1);
        });
    }

    @Test
    void aPendingChangeThatOnlyACascadeReachesIsFlushed() {
        Long id = user("ann", 1);
        run(uow -> {
            User ann =
                    uow.select(User.class).load(LoadOption.selectin("orders")).one();
            ann.order("7").line("pen", 1);
            assertThat(statements(() -> uow.sql().fetchCount(TEAMS))).hasSize(1);
            assertThat(statements(() -> uow.sql().fetchCount(USERS)))
                    .as("an inverse collection does not change its owner")
                    .hasSize(1);
            assertThat(uow.sql().fetchCount(ORDERS)).isEqualTo(2);
        });
        run(uow -> {
            User ann = uow.select(User.class)
                    .load(LoadOption.selectin("orders.lines"))
                    .one();
            ann.getOrders().get(1).line("ink", 2);
            assertThat(uow.sql().fetchCount(org.jooq.impl.DSL.table("order_lines")))
                    .isEqualTo(3);
        });
        assertThat(id).isNotNull();
    }

    @Test
    void anOrphanIsAPendingChangeOfItsTable() {
        user("ann", 2);
        run(uow -> {
            User ann =
                    uow.select(User.class).load(LoadOption.selectin("orders")).one();
            ann.getOrders().remove(0);
            assertThat(uow.sql().fetchCount(ORDERS)).isEqualTo(1);
        });
    }

    @Test
    void aRemovalIsAPendingChangeOfItsTableAndItsCascades() {
        Long id = user("ann", 2);
        run(uow -> {
            uow.delete(uow.get(User.class, id));
            assertThat(uow.sql().fetchCount(ORDERS)).isZero();
            assertThat(uow.sql().fetchCount(USERS)).isZero();
        });
    }

    @Test
    void aChangedCollectionOfValuesIsAPendingChangeOfItsTable() {
        Long id = user("ann", 0);
        run(uow -> {
            User ann = uow.select(User.class)
                    .load(LoadOption.selectin("tags"), LoadOption.selectin("settings"), LoadOption.selectin("teams"))
                    .one();
            ann.getTags().add("vip");
            assertThat(uow.sql().fetchCount(org.jooq.impl.DSL.table(org.jooq.impl.DSL.name("user_tags"))))
                    .isEqualTo(1);
            ann.getSettings().put("colour", "green");
            assertThat(uow.sql()
                            .fetchCount(org.jooq.impl.DSL.table(
                                    org.jooq.impl.DSL.name("USER_SETTINGS".toLowerCase(Locale.ROOT)))))
                    .isEqualTo(1);
            Team team = new Team(1L, "blue");
            uow.add(team);
            ann.getTeams().add(team);
            assertThat(uow.sql().fetchCount(org.jooq.impl.DSL.table(org.jooq.impl.DSL.name("user_teams"))))
                    .isEqualTo(1);
        });
        assertThat(id).isNotNull();
    }

    @Test
    void aLinkIsNoPendingChangeOfTheTableThatItLeadsTo() {
        user("ann", 0);
        run(uow -> uow.add(new Team(1L, "blue")));
        run(uow -> {
            User ann = uow.select(User.class).load(LoadOption.selectin("teams")).one();
            ann.getTeams().add(uow.get(Team.class, 1L));
            assertThat(statements(() -> uow.sql().fetchCount(TEAMS))).hasSize(1);
            assertThat(uow.sql().fetchCount(org.jooq.impl.DSL.table(org.jooq.impl.DSL.name("user_teams"))))
                    .isEqualTo(1);
        });
    }

    @Test
    void plainSqlAlwaysFlushes() {
        run(uow -> {
            uow.add(new User("bob@example.com", "Bob"));
            assertThat(uow.sql().fetch("select 1 from teams")).isEmpty();
            assertThat(uow.sql().fetchValue("select count(*) from users")).isIn(1, 1L);
        });
    }

    @Test
    void everyStatementOfTheDatabaseInTheTransactionCounts() {
        run(uow -> {
            uow.add(new User("bob@example.com", "Bob"));
            int users = db.transaction(sql -> sql.fetchCount(USERS));
            assertThat(users).isEqualTo(1);
        });
    }

    @Test
    void aNestedBlockBeginsWithWhatWasPendingWritten() {
        run(uow -> {
            uow.add(new User("bob@example.com", "Bob"));
            assertThatThrownBy(() -> tx.nested().run(() -> {
                        throw new IllegalStateException("only the nested block");
                    }))
                    .hasMessage("only the nested block");
        });
        assertThat(count(USERS)).isEqualTo(1);
    }

    @Test
    void onlyChangedColumnsAreWritten() {
        Long id = user("ann", 0);
        List<String> sent = statements(() -> run(uow -> uow.get(User.class, id).setName("Anna")));
        assertThat(sent).hasSize(2);
        assertThat(sent.get(1)).contains("name=?", "version=?").doesNotContain("email");
    }

    @Test
    void aBatchIsOneStatement() {
        List<String> sent = statements(() -> run(uow -> {
            for (long i = 1; i <= 50; i++) {
                uow.add(new Team(i, "team " + i));
            }
        }));
        assertThat(sent).hasSize(1);
        assertThat(count(TEAMS)).isEqualTo(50);
    }

    @Test
    void aReadOnlyTransactionWritesNothingAndSaysSo() {
        Long id = user("ann", 0);
        tx.readOnly().run(() -> {
            UnitOfWork uow = persistence.unitOfWork();
            assertThatThrownBy(() -> uow.add(new User("x@example.com", "x"))).isInstanceOf(ReadOnlyException.class);
            assertThatThrownBy(() -> uow.delete(uow.get(User.class, id))).isInstanceOf(ReadOnlyException.class);
            uow.flush();
        });
        assertThatThrownBy(() -> tx.readOnly()
                        .run(() -> persistence.unitOfWork().get(User.class, id).setName("changed")))
                .isInstanceOf(ReadOnlyException.class);
        String name = work(uow -> uow.get(User.class, id).getName());
        assertThat(name).isEqualTo("ann");
    }
}
