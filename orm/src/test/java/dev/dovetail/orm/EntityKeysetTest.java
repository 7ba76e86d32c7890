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
import jakarta.data.page.CursoredPage;
import jakarta.data.page.PageRequest;
import jakarta.persistence.criteria.Nulls;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.hibernate.query.SortDirection;
import org.hibernate.query.restriction.Restriction;
import org.junit.jupiter.api.Test;

/** Keyset pages are the sorted list, cut in pieces, forward and backward. */
@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class EntityKeysetTest extends ShopTest {

    private static final String[] NAMES = {"a", "A", "b", "B", "ä", "10", "9", "'"};

    EntityKeysetTest(TestDatabase database) {
        super(database);
    }

    private void users(Random random, int users) {
        run(uow -> {
            for (int i = 0; i < users; i++) {
                User user = new User(i + "@example.com", NAMES[random.nextInt(NAMES.length)]);
                if (random.nextBoolean()) {
                    user.setBirthday(LocalDate.of(2000, 1, 1 + random.nextInt(3)));
                }
                if (random.nextBoolean()) {
                    user.setCreatedAt(Instant.parse("2026-01-01T10:00:00Z").plusMillis(random.nextInt(3)));
                }
                if (random.nextBoolean()) {
                    user.setToken(new UUID(0, random.nextInt(3)));
                }
                uow.add(user);
            }
        });
    }

    private static org.hibernate.query.Order<User> order(Random random) {
        SortDirection direction = random.nextBoolean() ? SortDirection.ASCENDING : SortDirection.DESCENDING;
        Nulls nulls = Nulls.values()[random.nextInt(Nulls.values().length)];
        return switch (random.nextInt(6)) {
            case 0 -> org.hibernate.query.Order.by(User_.birthday, direction, nulls);
            case 1 -> org.hibernate.query.Order.by(User_.createdAt, direction, nulls);
            case 2 -> org.hibernate.query.Order.by(User_.token, direction, nulls);
            case 3 -> org.hibernate.query.Order.by(User_.name, direction).ignoringCase();
            case 4 -> org.hibernate.query.Order.by(User_.version, direction);
            default -> org.hibernate.query.Order.by(User_.name, direction, nulls);
        };
    }

    @Test
    void pagesAreTheSortedListCutInPieces() {
        long seed = Boolean.getBoolean("dovetail.exhaustive") ? System.nanoTime() : 20261121L;
        Random random = new Random(seed);
        users(random, 23);
        for (int i = 0; i < 25; i++) {
            List<org.hibernate.query.Order<User>> orders = new ArrayList<>();
            for (int j = random.nextInt(3); j >= 0; j--) {
                orders.add(order(random));
            }
            int size = 1 + random.nextInt(7);
            run(uow -> {
                Selection<User> selection =
                        uow.select(User.class).where(Restriction.unequal(User_.email, "3@example.com"));
                for (org.hibernate.query.Order<User> order : orders) {
                    selection = selection.orderBy(order);
                }
                walk(selection, size, "seed " + seed + ", order " + orders + ", size " + size);
            });
        }
    }

    private static void walk(Selection<User> selection, int size, String what) {
        List<Long> all = selection.orderBy(org.hibernate.query.Order.asc(User_.id)).list().stream()
                .map(User::getId)
                .toList();
        List<Long> forward = new ArrayList<>();
        CursoredPage<User> page = selection.keyset(PageRequest.ofSize(size));
        assertThat(page.hasPrevious()).as(what).isFalse();
        assertThat(page.totalElements()).as(what).isEqualTo(all.size());
        while (true) {
            page.content().forEach(user -> forward.add(user.getId()));
            if (!page.hasNext()) {
                break;
            }
            page = selection.keyset(page.nextPageRequest());
        }
        assertThat(forward).as(what).isEqualTo(all);
        List<Long> backward = new ArrayList<>();
        while (true) {
            backward.addAll(0, page.content().stream().map(User::getId).toList());
            if (!page.hasPrevious()) {
                break;
            }
            page = selection.keyset(page.previousPageRequest());
        }
        assertThat(backward).as("backward, " + what).isEqualTo(all);
    }

    @Test
    void aPageBeginsAtItsRowWhateverHappensToOthers() {
        users(new Random(1), 10);
        run(uow -> {
            Selection<User> selection = uow.select(User.class).orderBy(org.hibernate.query.Order.desc(User_.email));
            CursoredPage<User> first = selection.keyset(PageRequest.ofSize(3));
            assertThat(first.content())
                    .extracting(User::getEmail)
                    .containsExactly("9@example.com", "8@example.com", "7@example.com");
            uow.delete(first.content().get(0));
            first.content().get(2).setEmail("pending@example.com");
            uow.add(new User("99@example.com", "new"));
            uow.flush();
            assertThat(selection.keyset(first.nextPageRequest()).content())
                    .extracting(User::getEmail)
                    .containsExactly("6@example.com", "5@example.com", "4@example.com");
        });
    }

    @Test
    void aCursorHasWhatIsWrittenNotWhatIsPending() {
        users(new Random(1), 4);
        run(uow -> {
            Selection<User> selection = uow.select(User.class).orderBy(org.hibernate.query.Order.asc(User_.email));
            uow.select(User.class).list().forEach(user -> user.setEmail("z" + user.getEmail()));
            CursoredPage<User> first = selection.keyset(PageRequest.ofSize(2).withoutTotal());
            assertThat(first.cursor(1).get(0)).isEqualTo("1@example.com");
            assertThat(selection.keyset(first.nextPageRequest()).content())
                    .extracting(User::getEmail)
                    .containsExactly("z2@example.com", "z3@example.com");
        });
    }

    @Test
    void aPageIsOneStatementAndOneForTheTotalAndOneForEachAssociation() {
        user("ann", 3);
        user("bob", 2);
        run(uow -> {
            Selection<User> selection = uow.select(User.class)
                    .where(Restriction.like(User_.name, "%"))
                    .orderBy(org.hibernate.query.Order.asc(User_.name))
                    .load(LoadOption.selectin(User_.orders), LoadOption.joined(User_.role));
            CursoredPage<User> first = selection.keyset(PageRequest.ofSize(1));
            assertThat(statements(() -> {
                        CursoredPage<User> second = selection.keyset(first.nextPageRequest());
                        assertThat(second.content().get(0).getOrders()).hasSize(2);
                        assertThat(second.hasNext()).isFalse();
                    }))
                    .hasSize(3);
            assertThat(statements(() -> selection.keyset(first.nextPageRequest().withoutTotal())))
                    .hasSize(1);
        });
    }

    @Test
    void whatCannotBeAKeysetPageIsRefused() {
        user("ann", 2);
        run(uow -> {
            Selection<Order> selection = uow.select(Order.class).orderBy(org.hibernate.query.Order.asc(Order_.comment));
            PageRequest second = selection.keyset(PageRequest.ofSize(1)).nextPageRequest();
            assertThatThrownBy(() -> selection
                            .orderBy(org.hibernate.query.Order.asc(Order_.total))
                            .keyset(second))
                    .isInstanceOf(WorkException.class)
                    .hasMessageContaining("order has 3");
            assertThatThrownBy(() -> selection.keyset(
                            PageRequest.afterCursor(PageRequest.Cursor.forKey(null, "no number"), 2, 1, true)))
                    .isInstanceOf(WorkException.class)
                    .hasMessageContaining("String");
            assertThatThrownBy(() -> selection.limit(3).keyset(PageRequest.ofSize(1)))
                    .isInstanceOf(WorkException.class)
                    .hasMessageContaining("limit");
            assertThatThrownBy(() -> selection.page(second)).isInstanceOf(WorkException.class);
            assertThatThrownBy(() ->
                            selection.load(LoadOption.joined(Order_.lines)).keyset(PageRequest.ofSize(1)))
                    .isInstanceOf(WorkException.class)
                    .hasMessageContaining("selectin");
        });
    }
}
