package dev.dovetail.orm.readme;

import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static dev.dovetail.orm.query.Column.each;
import static dev.dovetail.orm.query.Column.of;
import static dev.dovetail.orm.query.Column.sum;
import static dev.dovetail.orm.query.LoadOption.joined;
import static dev.dovetail.orm.query.LoadOption.selectin;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hibernate.query.Order.asc;
import static org.hibernate.query.Order.desc;
import static org.hibernate.query.restriction.Restriction.equal;
import static org.hibernate.query.restriction.Restriction.greaterThan;
import static org.hibernate.query.restriction.Restriction.like;

import dev.dovetail.core.transaction.Retry;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.ShopTest;
import dev.dovetail.orm.model.Order;
import dev.dovetail.orm.model.Order_;
import dev.dovetail.orm.model.User;
import dev.dovetail.orm.model.User_;
import dev.dovetail.orm.query.Column;
import dev.dovetail.orm.query.QueryCollection;
import jakarta.data.exceptions.EmptyResultException;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ten tasks of docs/coming-from.md. */
@OnEachDatabase({SQLITE, POSTGRESQL})
class ComingFromReadmeTest extends ShopTest {

    private Long id = 0L;

    ComingFromReadmeTest(TestDatabase database) {
        super(database);
    }

    record Buyer(String name, long orders, BigDecimal total) {}

    @BeforeEach
    void fill() {
        id = user("ann", 3);
        user("bob", 1);
    }

    @Test
    void findById() {
        run(uow -> {
            // task: find by id
            User user = uow.get(User.class, id); // none: EmptyResultException
            Optional<User> perhaps = uow.find(User.class, 4711L);
            // end
            assertThat(user.getName()).isEqualTo("ann");
            assertThat(perhaps).isEmpty();
            assertThatThrownBy(() -> uow.get(User.class, 4711L)).isInstanceOf(EmptyResultException.class);
        });
    }

    @Test
    void addAndCommit() {
        // task: add and commit
        tx.run(() -> {
            User user = new User("cid@example.com", "cid");
            persistence.unitOfWork().add(user);
        }); // commit here; rollback if anything is thrown
        // end
        assertThat(count(USERS)).isEqualTo(3);
    }

    @Test
    void filterSortLimit() {
        run(uow -> {
            // task: filter, sort, limit
            List<User> users = uow.select(User.class)
                    .where(like(User_.name, "a%").or(equal(User_.email, "bob@example.com")))
                    .orderBy(desc(User_.name))
                    .offset(1)
                    .limit(10)
                    .list();
            // end
            assertThat(users).extracting(User::getName).containsExactly("ann");
        });
    }

    @Test
    void withChildren() {
        run(uow -> {
            // task: with children, without N+1
            List<User> users = uow.select(User.class)
                    .load(selectin(User_.orders, Order_.lines), joined(User_.role))
                    .list(); // 3 statements
            // end
            assertThat(users).allSatisfy(user -> assertThat(user.getOrders()).isNotEmpty());
        });
    }

    @Test
    void pages() {
        run(uow -> {
            var users = uow.select(User.class).orderBy(asc(User_.name));
            // task: pages
            Page<User> second = users.page(PageRequest.ofPage(2).size(1));
            CursoredPage<User> first = users.keyset(PageRequest.ofSize(1));
            CursoredPage<User> next = users.keyset(first.nextPageRequest());
            // end
            assertThat(second.content()).extracting(User::getName).containsExactly("bob");
            assertThat(next.content()).extracting(User::getName).containsExactly("bob");
        });
    }

    @Test
    void countAndExists() {
        run(uow -> {
            // task: count, exists, one
            long all = uow.select(User.class).count();
            boolean any = uow.select(User.class).where(equal(User_.name, "ann")).exists();
            User ann = uow.select(User.class).where(equal(User_.name, "ann")).one();
            // end
            assertThat(all).isEqualTo(2);
            assertThat(any).isTrue();
            assertThat(ann.getId()).isEqualTo(id);
        });
    }

    @Test
    void groups() {
        run(uow -> {
            // task: group into records
            var orders = each(User_.orders);
            List<Buyer> buyers = uow.select(User.class)
                    .as(Buyer.class, of(User_.name), Column.count(orders), sum(orders.to(Order_.total)))
                    .having(sum(orders.to(Order_.total)).greaterThan(BigDecimal.ONE))
                    .orderBy(sum(orders.to(Order_.total)).desc())
                    .limit(10)
                    .list();
            // end
            assertThat(buyers).extracting(Buyer::name).containsExactly("ann", "bob");
        });
    }

    @Test
    void typedSql() {
        run(uow -> {
            User user = uow.select(User.class).load(selectin(User_.orders)).get(id);
            // task: SQL in the same transaction
            uow.sql()
                    .update(ORDERS)
                    .set(ORDER_COMMENT, "checked")
                    .where(ORDER_USER.eq(id))
                    .execute();
            String comment = user.getOrders().get(0).getComment(); // "checked": no refresh needed
            // end
            assertThat(comment).isEqualTo("checked");
        });
    }

    @Test
    void savepointAndRetry() {
        // task: savepoint and retry
        tx.retry(Retry.exponential(3, ofMillis(10))).run(() -> {
            persistence.unitOfWork().get(User.class, id).setName("anna");
            try {
                tx.nested().run(() -> persistence.unitOfWork().add(new User("bob@example.com", "taken")));
            } catch (jakarta.data.exceptions.EntityExistsException duplicate) {
                // only the nested part is rolled back
            }
        });
        // end
        run(uow -> assertThat(uow.get(User.class, id).getName()).isEqualTo("anna"));
        assertThat(count(USERS)).isEqualTo(2);
    }

    @Test
    void associationAsQuery() {
        run(uow -> {
            User user = uow.get(User.class, id);
            // task: an association as a query
            QueryCollection<Order> orders = uow.collection(user, User_.orders);
            long large =
                    orders.where(greaterThan(Order_.total, new BigDecimal("2"))).count();
            orders.add(new Order(user, "9.90"));
            // end
            assertThat(large).isEqualTo(2);
        });
        assertThat(count(ORDERS)).isEqualTo(5);
    }

    @Test
    void thePageShowsTheseLines() throws IOException {
        String here = Files.readString(Path.of("src/test/java/dev/dovetail/orm/readme/ComingFromReadmeTest.java"));
        String page = Files.readString(Path.of("../docs/coming-from.md"));
        Matcher task = Pattern.compile("// task: ([a-zA-Z, +0-9]+)\n(.*?)// end\n", Pattern.DOTALL)
                .matcher(here);
        int tasks = 0;
        while (task.find()) {
            tasks++;
            String shown = page.substring(page.indexOf(". " + task.group(1) + "\n"));
            String block = shown.substring(shown.indexOf("**Dovetail**"));
            block = block.substring(block.indexOf("```java\n") + 8);
            block = block.substring(0, block.indexOf("```"));
            assertThat(block.replaceAll("\\s", ""))
                    .as(task.group(1))
                    .isEqualTo(task.group(2).replaceAll("\\s", ""));
        }
        assertThat(tasks).isEqualTo(10);
    }
}
