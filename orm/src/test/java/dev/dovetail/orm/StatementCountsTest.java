package dev.dovetail.orm;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.portable.RowLock;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.model.Order;
import dev.dovetail.orm.model.Role;
import dev.dovetail.orm.model.Team;
import dev.dovetail.orm.model.User;
import dev.dovetail.orm.model.User_;
import dev.dovetail.orm.query.LoadOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many statements each operation sends, as its Javadoc says. */
@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class StatementCountsTest extends ShopTest {

    StatementCountsTest(TestDatabase database) {
        super(database);
    }

    private void sends(int expected, String operation, Runnable block) {
        assertThat(statements(block)).as(operation).hasSize(expected);
    }

    @Test
    void findingIsOneOfWhatIsNotManaged() {
        Long id = user("ann", 1);
        run(uow -> {
            sends(1, "get", () -> uow.get(User.class, id));
            sends(0, "get again", () -> uow.get(User.class, id));
            sends(0, "find again", () -> uow.find(User.class, id));
            sends(1, "find nothing", () -> uow.find(User.class, id + 1));
        });
    }

    @Test
    void changesAreOneForEachKindAtTheFlush() {
        run(uow -> {
            sends(0, "add", () -> uow.addAll(List.of(new Team(1L, "red"), new Team(2L, "blue"), new Role("a", "A"))));
            sends(
                    0,
                    "contains",
                    () -> assertThat(uow.contains(new Team(1L, "other"))).isFalse());
            sends(0, "isDirty", () -> assertThat(uow.isDirty()).isTrue());
            sends(0, "pendingChanges", () -> assertThat(uow.pendingChanges()).hasSize(3));
            sends(2, "flush", uow::flush);
            sends(0, "flush again", uow::flush);
            Team red = uow.get(Team.class, 1L);
            Team blue = uow.get(Team.class, 2L);
            sends(0, "delete", () -> {
                uow.delete(red);
                uow.delete(blue);
            });
            sends(1, "flush of deletes", uow::flush);
        });
    }

    @Test
    void ofOneEntity() {
        Long id = user("ann", 1);
        run(uow -> {
            User ann = uow.get(User.class, id);
            sends(1, "refresh", () -> uow.refresh(ann));
            sends(1, "lock", () -> uow.lock(ann, RowLock.waiting()));
            sends(0, "detach", () -> uow.detach(ann));
            ann.setName("Anna");
            sends(1, "merge", () -> uow.merge(ann));
            sends(1, "flush", uow::flush);
        });
    }

    @Test
    void mergingReadsWhatIsLoadedInTheDetachedOne() {
        user("ann", 2);
        User detached = work(uow ->
                uow.select(User.class).load(LoadOption.selectin(User_.orders)).one());
        detached.getOrders().get(0).setComment("merged");
        run(uow -> {
            sends(1, "merge", () -> uow.merge(detached));
            sends(1, "flush", uow::flush);
        });
        run(uow -> assertThat(uow.select(Order.class).list())
                .extracting(Order::getComment)
                .containsExactlyInAnyOrder("merged", null));
    }
}
