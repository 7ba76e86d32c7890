package dev.dovetail.orm;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.model.User;
import dev.dovetail.orm.model.Users;
import dev.dovetail.repository.UnloadedAssociationException;
import jakarta.data.Limit;
import jakarta.data.exceptions.EntityExistsException;
import jakarta.data.exceptions.OptimisticLockingFailureException;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class RepositoryTest extends ShopTest {

    private final Users users = persistence.repository(Users.class);

    RepositoryTest(TestDatabase database) {
        super(database);
    }

    @Test
    void insertsFindsUpdatesAndDeletes() {
        User ann = users.insert(new User("ann@example.com", "Ann"));
        assertThat(ann.getId()).isNotNull();
        User found = users.byEmail("ann@example.com").orElseThrow();
        assertThat(found).isNotSameAs(ann);
        found.setName("Anna");
        User updated = users.update(found);
        assertThat(updated.getVersion()).isEqualTo(1);
        assertThatThrownBy(() -> users.update(ann)).isInstanceOf(OptimisticLockingFailureException.class);
        assertThatThrownBy(() -> users.delete(ann)).isInstanceOf(OptimisticLockingFailureException.class);
        users.delete(updated);
        assertThat(users.findAll()).isEmpty();
        assertThatThrownBy(() -> users.update(updated)).isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void whatItReturnsInATransactionIsManaged() {
        Long id = user("ann", 0);
        tx.run(() -> users.findById(id).orElseThrow().setName("Anna"));
        assertThat(users.findById(id).orElseThrow().getName()).isEqualTo("Anna");
    }

    @Test
    void fiftyUsersWithTheirOrdersAreTwoStatements() {
        run(uow -> {
            for (int i = 0; i < 60; i++) {
                User user = new User("u" + i + "@example.com", "u" + i);
                user.order("1");
                user.order("2");
                uow.add(user);
            }
        });
        List<User> found = new ArrayList<>();
        List<String> sent = statements(() -> found.addAll(users.listWithOrders(Limit.of(50))));
        assertThat(sent).hasSize(2);
        assertThat(sent.get(0)).containsAnyOf("limit", "fetch first");
        assertThat(found)
                .hasSize(50)
                .allSatisfy(user -> assertThat(user.getOrders()).hasSize(2));
    }

    @Test
    void anUnloadedAssociationNamesTheMethodThatLoadedItsOwner() {
        user("ann", 1);
        User ann = users.list(Limit.of(1)).get(0);
        assertThatThrownBy(() -> ann.getOrders().size())
                .isInstanceOf(UnloadedAssociationException.class)
                .hasMessageContaining("User.orders")
                .hasMessageContaining("Users.list(Limit)")
                .hasMessageContaining("@Load(\"orders\")");
    }

    @Test
    void pagesCountAndSort() {
        for (String name : List.of("c", "a", "b")) {
            user(name, 0);
        }
        Page<User> first = users.page(PageRequest.ofPage(1).size(2));
        assertThat(first.content()).extracting(User::getName).containsExactly("a", "b");
        assertThat(first.totalElements()).isEqualTo(3);
        assertThat(users.page(PageRequest.ofPage(2).size(2)).content())
                .extracting(User::getName)
                .containsExactly("c");
    }

    @Test
    void aDuplicateKeyIsTheSameExceptionOnEveryEngine() {
        users.insert(new User("ann@example.com", "Ann"));
        assertThatThrownBy(() -> users.insert(new User("ann@example.com", "Other")))
                .isInstanceOf(EntityExistsException.class)
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(users.findAll()).hasSize(1);
    }

    @Test
    void savingInsertsTheNewAndUpdatesTheOld() {
        User ann = users.save(new User("ann@example.com", "Ann"));
        ann.setName("Anna");
        assertThat(users.save(ann).getVersion()).isEqualTo(1);
        assertThat(users.findAll()).extracting(User::getName).containsExactly("Anna");
    }
}
