package dev.dovetail.orm;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.error.DovetailException;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.error.WorkException;
import dev.dovetail.orm.model.User;
import dev.dovetail.orm.model.User_;
import dev.dovetail.orm.query.LoadOption;
import dev.dovetail.orm.query.Query;
import dev.dovetail.orm.query.TextQuery;
import jakarta.data.exceptions.NonUniqueResultException;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.PageRequest;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class TextQueryTest extends ShopTest {

    TextQueryTest(TestDatabase database) {
        super(database);
    }

    record Buyer(String name, Long orders) {}

    record Named(Long id, String name) {}

    @BeforeEach
    void fill() {
        user("ann", 3);
        user("bob", 1);
        user("cid", 0);
    }

    @Test
    void hqlHasAllOperations() {
        run(uow -> {
            TextQuery<User> users = uow.hql("from User where name <> :name order by name", User.class)
                    .bind("name", "bob");
            assertThat(users.list()).extracting(User::getName).containsExactly("ann", "cid");
            assertThat(users.first()).get().extracting(User::getName).isEqualTo("ann");
            assertThat(users.offset(1).one().getName()).isEqualTo("cid");
            assertThatThrownBy(users::one).isInstanceOf(NonUniqueResultException.class);
            assertThat(users.count()).isEqualTo(2);
            assertThat(users.exists()).isTrue();
            assertThat(users.bind("name", "ann").limit(1).list())
                    .extracting(User::getName)
                    .containsExactly("bob");
            assertThat(users.page(PageRequest.ofPage(2).size(1)).content())
                    .extracting(User::getName)
                    .containsExactly("cid");
            assertThat(users.<Long, RuntimeException>stream(rows -> rows.count()))
                    .isEqualTo(2);
            assertThat(statements(() -> assertThat(users.load(LoadOption.selectin(User_.orders))
                                    .first()
                                    .orElseThrow()
                                    .getOrders())
                            .hasSize(3)))
                    .hasSize(2);
            assertThat(statements(() -> assertThat(users.sql(Query::count)).hasSize(1)))
                    .isEmpty();
            assertThat(users.sql(Query::list))
                    .isEqualTo(statements(() -> assertThat(users.list()).hasSize(2)));
            assertThat(users.sql(Query::count))
                    .isEqualTo(statements(() -> assertThat(users.count()).isEqualTo(2)));
        });
    }

    @Test
    void pagesOfHqlHaveTheIdBehindTheirOrder() {
        run(uow -> {
            PageRequest first = PageRequest.ofPage(1).size(2).withoutTotal();
            assertThat(uow.hql("from User", User.class).sql(users -> users.page(first)))
                    .singleElement()
                    .asString()
                    .containsPattern("order by \\w+\\.id");
            assertThat(uow.hql("from User order by name desc", User.class).sql(users -> users.page(first)))
                    .singleElement()
                    .asString()
                    .containsPattern("order by \\w+\\.name desc.*\\.id");
        });
    }

    @Test
    void hqlJoinsGroupsAndTuples() {
        run(uow -> {
            String buyers = "select u.name, count(o) from User u left join u.orders o"
                    + " group by u.name having count(o) < :most order by count(o) desc, u.name";
            TextQuery<Buyer> query = uow.hql(buyers, Buyer.class).bind("most", 10L);
            assertThat(query.list()).containsExactly(new Buyer("ann", 3L), new Buyer("bob", 1L), new Buyer("cid", 0L));
            assertThat(query.count()).isEqualTo(3);
            assertThat(walk(query)).isEqualTo(query.list());
            assertThat(query.page(PageRequest.ofPage(3).size(1)).content()).containsExactly(new Buyer("cid", 0L));
            assertThat(uow.hql("select u, o.total from User u join u.orders o order by o.total desc", Tuple.class)
                            .first()
                            .orElseThrow()
                            .get(1, BigDecimal.class))
                    .isEqualByComparingTo("3.5");
            assertThat(uow.hql("select name from User where name in (:names) order by name", String.class)
                            .bind("names", List.of("cid", "ann"))
                            .list())
                    .containsExactly("ann", "cid");
        });
    }

    @Test
    void hqlKeysetPagesAreTheQueryCutInPieces() {
        run(uow -> {
            TextQuery<User> users = uow.hql("from User u where u.name > :name order by u.birthday desc", User.class)
                    .bind("name", "a");
            assertThat(walk(users)).extracting(User::getName).containsExactly("ann", "bob", "cid");
            assertThat(walk(uow.hql("select id, name from User order by name desc", Named.class)))
                    .extracting(Named::name)
                    .containsExactly("cid", "bob", "ann");
            TextQuery<String> twice =
                    uow.hql("select u.name from User u join u.orders o order by u.name", String.class);
            assertThatThrownBy(() -> walk(twice))
                    .isInstanceOf(WorkException.class)
                    .hasMessageContaining("tell rows apart");
        });
    }

    private static <R> List<R> walk(Query<R> query) {
        List<R> all = new ArrayList<>();
        CursoredPage<R> page = query.keyset(PageRequest.ofSize(1));
        all.addAll(page.content());
        while (page.hasNext()) {
            page = query.keyset(page.nextPageRequest());
            all.addAll(page.content());
        }
        return all;
    }

    @Test
    void aJoinedCollectionIsNotCutInMemory() {
        run(uow -> {
            TextQuery<User> joined = uow.hql("from User u left join fetch u.orders order by u.name", User.class);
            assertThat(joined.list()).hasSize(3);
            assertThatThrownBy(() -> joined.limit(1).list()).isInstanceOf(WorkException.class);
            assertThatThrownBy(() -> joined.page(PageRequest.ofSize(1)))
                    .isInstanceOf(WorkException.class)
                    .hasMessageContaining("selectin");
        });
    }

    @Test
    void nativeSqlGivesEntitiesRecordsAndValues() {
        run(uow -> {
            TextQuery<User> users = uow.nativeSql("select * from users where name <> :name order by name", User.class)
                    .bind("name", "bob");
            assertThat(users.list()).extracting(User::getName).containsExactly("ann", "cid");
            assertThat(users.list().get(0))
                    .isSameAs(uow.select(User.class).get(users.list().get(0).getId()));
            assertThat(users.count()).isEqualTo(2);
            assertThat(users.exists()).isTrue();
            assertThat(users.offset(1).limit(1).list())
                    .extracting(User::getName)
                    .containsExactly("cid");
            assertThat(users.page(PageRequest.ofPage(2).size(1)).content())
                    .extracting(User::getName)
                    .containsExactly("cid");
            assertThat(users.load(LoadOption.selectin(User_.orders))
                            .first()
                            .orElseThrow()
                            .getOrders())
                    .hasSize(3);
            assertThat(users.<Long, RuntimeException>stream(rows -> rows.count()))
                    .isEqualTo(2);
            assertThat(users.sql(Query::list))
                    .isEqualTo(statements(() -> assertThat(users.list()).hasSize(2)));
            assertThatThrownBy(() -> users.keyset(PageRequest.ofSize(1)))
                    .isInstanceOf(WorkException.class)
                    .hasMessageContaining("native SQL");
            assertThat(uow.nativeSql(
                                    "select u.name, count(o.id) as orders from users u left join orders o on o.user_id = u.id"
                                            + " group by u.name order by 2 desc",
                                    Buyer.class)
                            .first())
                    .contains(new Buyer("ann", 3L));
            assertThat(uow.nativeSql("select count(*) from users", long.class).one())
                    .isEqualTo(3L);
            assertThat(uow.nativeSql("select name, email from users order by name", Object[].class)
                            .first()
                            .orElseThrow())
                    .containsExactly("ann", "ann@example.com");
        });
    }

    @Test
    void nativeSqlSeesWhatIsPendingHqlDoesNot() {
        run(uow -> {
            uow.add(new User("dan@example.com", "dan"));
            assertThat(uow.hql("from User", User.class).count()).isEqualTo(3);
            assertThat(uow.nativeSql("select * from users", User.class).count()).isEqualTo(4);
        });
        tx.readOnly()
                .run(() -> assertThat(persistence
                                .unitOfWork()
                                .nativeSql("select name from users", String.class)
                                .count())
                        .isEqualTo(4));
    }

    @Test
    void parametersAndTextsThatDoNotFitSaySo() {
        run(uow -> {
            TextQuery<User> users = uow.hql("from User where name = :name", User.class);
            assertThatThrownBy(() -> users.bind("nam", "x"))
                    .isInstanceOf(WorkException.class)
                    .hasMessageContaining("[name]");
            assertThatThrownBy(users::list).isInstanceOf(WorkException.class).hasMessageContaining("'name'");
            assertThatThrownBy(() -> uow.nativeSql("select * from users where name = :name", User.class)
                            .list())
                    .isInstanceOf(WorkException.class)
                    .hasMessageContaining("'name'");
            assertThat(users.bind("name", "x' or '1' = '1").list()).isEmpty();
            assertThat(users.bind("name", "secret").sql()).doesNotContain("secret");
            assertThatThrownBy(() -> uow.hql("from Usr", User.class)).isInstanceOf(DovetailException.class);
            assertThatThrownBy(() -> uow.hql("from User where name =", User.class))
                    .isInstanceOf(DovetailException.class);
            assertThatThrownBy(() -> users.load(LoadOption.joined(User_.orders)))
                    .isInstanceOf(WorkException.class);
            assertThat(uow.select(User.class).count())
                    .as("the transaction goes on")
                    .isEqualTo(3);
        });
    }
}
