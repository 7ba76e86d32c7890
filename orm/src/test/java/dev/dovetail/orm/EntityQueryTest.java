package dev.dovetail.orm;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.model.Order;
import dev.dovetail.orm.model.Order_;
import dev.dovetail.orm.model.User;
import dev.dovetail.orm.model.User_;
import dev.dovetail.orm.query.LoadOption;
import dev.dovetail.orm.query.Query;
import dev.dovetail.orm.query.Selection;
import jakarta.data.exceptions.EmptyResultException;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.query.restriction.Path;
import org.hibernate.query.restriction.Restriction;
import org.junit.jupiter.api.Test;

@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class EntityQueryTest extends ShopTest {

    EntityQueryTest(TestDatabase database) {
        super(database);
    }

    @Test
    void offsetSkipsAndLimitEnds() {
        for (int i = 0; i < 6; i++) {
            user("u" + i, 0);
        }
        run(uow -> {
            Selection<User> sorted = uow.select(User.class).orderBy(org.hibernate.query.Order.asc(User_.name));
            assertThat(sorted.offset(2).limit(2).list())
                    .extracting(User::getName)
                    .containsExactly("u2", "u3");
            assertThat(sorted.offset(4).list()).extracting(User::getName).containsExactly("u4", "u5");
            assertThat(sorted.offset(5).first()).get().extracting(User::getName).isEqualTo("u5");
            assertThat(sorted.offset(5).one().getName()).isEqualTo("u5");
            assertThat(sorted.offset(6).first()).isEmpty();
            assertThat(sorted.offset(4).limit(1).count()).isEqualTo(6);
            assertThatThrownBy(() -> sorted.offset(-1)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> sorted.limit(0)).isInstanceOf(IllegalArgumentException.class);
        });
    }

    @Test
    void getFindsByIdAmongThoseThatMatch() {
        Long ann = user("ann", 2);
        Long bob = user("bob", 0);
        run(uow -> {
            assertThat(statements(() -> {
                        User found = uow.select(User.class)
                                .load(LoadOption.selectin(User_.orders))
                                .get(ann);
                        assertThat(found.getOrders()).hasSize(2);
                    }))
                    .hasSize(2);
            assertThat(statements(
                            () -> assertThat(uow.select(User.class).get(ann).getName())
                                    .isEqualTo("ann")))
                    .isEmpty();
            Selection<User> anns = uow.select(User.class).where(Restriction.equal(User_.name, "ann"));
            assertThat(anns.get(ann)).isSameAs(uow.get(User.class, ann));
            assertThatThrownBy(() -> anns.get(bob))
                    .isInstanceOf(EmptyResultException.class)
                    .hasMessageContaining("that matches");
            assertThatThrownBy(() -> uow.select(User.class).get(-1L)).isInstanceOf(EmptyResultException.class);
        });
    }

    @Test
    void aPageWithoutTotalKnowsWhetherThereIsAnother() {
        for (int i = 0; i < 4; i++) {
            user("same", 0);
            run(uow -> uow.select(User.class).list().forEach(user -> user.setEmail(user.getId() + "@example.com")));
        }
        run(uow -> {
            Selection<User> sorted = uow.select(User.class).orderBy(org.hibernate.query.Order.asc(User_.name));
            Page<User> first = sorted.page(PageRequest.ofPage(1).size(2).withoutTotal());
            Page<User> second = sorted.page(first.nextPageRequest());
            assertThat(first.content()).hasSize(2);
            assertThat(first.hasNext()).isTrue();
            assertThat(second.content()).hasSize(2).doesNotContainAnyElementsOf(first.content());
            assertThat(second.hasNext()).isFalse();
        });
    }

    @Test
    void nullsAreGreaterThanEverythingUnlessSaidOtherwise() {
        for (String name : List.of("none", "first", "second")) {
            user(name, 0);
        }
        run(uow -> uow.select(User.class).list().forEach(user -> {
            if (!user.getName().equals("none")) {
                user.setBirthday(LocalDate.of(2000, 1, user.getName().length()));
            }
        }));
        run(uow -> {
            var up = org.hibernate.query.Order.asc(User_.birthday);
            assertThat(uow.select(User.class).orderBy(up).list())
                    .extracting(User::getName)
                    .containsExactly("first", "second", "none");
            assertThat(uow.select(User.class).orderBy(up.reverse()).list())
                    .extracting(User::getName)
                    .containsExactly("none", "second", "first");
            assertThat(uow.select(User.class).orderBy(up.withNullsFirst()).list())
                    .extracting(User::getName)
                    .containsExactly("none", "first", "second");
        });
    }

    @Test
    void conditionsOfEachKindAreBound() {
        user("ann", 1);
        user("bob", 0);
        user("o'hara", 2);
        run(uow -> {
            assertThat(names(uow.select(User.class).where(Restriction.in(User_.name, "ann", "bob"))))
                    .containsExactly("ann", "bob");
            assertThat(names(uow.select(User.class)
                            .where(Restriction.like(User_.name, "o%").negated())))
                    .containsExactly("ann", "bob");
            assertThat(names(uow.select(User.class).where(Restriction.between(User_.name, "b", "p"))))
                    .containsExactly("bob", "o'hara");
            assertThat(names(uow.select(User.class)
                            .where(Restriction.equal(User_.name, "ann").or(Restriction.equal(User_.name, "o'hara")))
                            .where(Restriction.notNull(User_.email))))
                    .containsExactly("ann", "o'hara");
            assertThat(uow.select(Order.class)
                            .where(Path.from(Order.class)
                                    .to(Order_.user)
                                    .to(User_.name)
                                    .equalTo("o'hara"))
                            .count())
                    .isEqualTo(2);
            Selection<User> all = uow.select(User.class)
                    .where(Restriction.equal(User_.name, "o'hara"))
                    .where(Restriction.in(User_.email, "o'hara", "p"))
                    .where(Restriction.like(User_.name, "o'hara%"))
                    .where(Restriction.between(User_.name, "o'hara", "p"))
                    .where(Restriction.greaterThan(User_.version, 4711));
            assertThat(all.sql()).doesNotContain("hara").doesNotContain("4711");
        });
    }

    private static List<String> names(Selection<User> users) {
        return users.orderBy(org.hibernate.query.Order.asc(User_.name)).list().stream()
                .map(User::getName)
                .toList();
    }

    @Test
    void sqlIsWhatWouldBeSent() {
        user("ann", 1);
        user("bob", 1);
        run(uow -> {
            Selection<User> users = uow.select(User.class)
                    .where(Restriction.like(User_.name, "%"))
                    .load(LoadOption.joined(User_.role))
                    .orderBy(org.hibernate.query.Order.desc(User_.birthday));
            PageRequest next = users.keyset(PageRequest.ofSize(1)).nextPageRequest();
            assertDescribes(users, Query::list);
            assertDescribes(users.offset(1).limit(2), Query::list);
            assertDescribes(users, Query::first);
            assertDescribes(users, Query::count);
            assertDescribes(users, Query::exists);
            assertDescribes(users, query -> query.limit(1).one());
            assertDescribes(users, query -> query.page(PageRequest.ofPage(2).size(1)));
            assertDescribes(users, query -> query.keyset(next));
            assertDescribes(users, query -> query.stream(rows -> rows.count()));
            assertThat(users.sql()).isEqualTo(users.sql(Query::list).get(0));
            assertThat(users.sql()).startsWith("select ").contains("role");
        });
    }

    private <T> void assertDescribes(Query<T> query, java.util.function.Function<Query<T>, Object> operation) {
        assertThat(statements(() -> assertThat(query.sql(operation::apply)).isNotEmpty()))
                .isEmpty();
        assertThat(query.sql(operation::apply))
                .isEqualTo(statements(() -> assertThat(operation.apply(query)).isNotNull()));
    }
}
