package dev.dovetail.orm;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.model.Note;
import dev.dovetail.orm.model.User;
import dev.dovetail.orm.query.LoadOption;
import dev.dovetail.repository.StaleEntityException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a flush sends: batches, only the columns that changed, and what it says of a row that is stale. */
@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class WrittenStatementsTest extends ShopTest {

    WrittenStatementsTest(TestDatabase database) {
        super(database);
    }

    @Test
    void insertsUpdatesAndDeletesAreBatches() {
        run(uow -> {
            for (long id = 1; id <= 250; id++) {
                uow.add(new Note(id, null, "note " + id));
            }
            assertThat(statements(uow::flush)).hasSize(3).allMatch(sql -> sql.startsWith("insert into notes"));
        });
        run(uow -> {
            List<Note> notes = uow.select(Note.class).list();
            notes.forEach(note -> note.setContent("changed"));
            assertThat(statements(uow::flush)).hasSize(3).allMatch(sql -> sql.startsWith("update notes"));
            notes.forEach(uow::delete);
            assertThat(statements(uow::flush)).hasSize(3).allMatch(sql -> sql.startsWith("delete from notes"));
        });
    }

    @Test
    void anUpdateWritesOnlyTheColumnsThatChanged() {
        Long id = user("ann", 0);
        run(uow -> {
            uow.get(User.class, id).setName("Anna");
            assertThat(statements(uow::flush))
                    .containsExactly("update users set name=?,version=? where id=? and version=?");
        });
    }

    @Test
    void aStaleRowIsNamedWithItsVersionAlsoInABatch() {
        Long first = user("ann", 0);
        Long second = user("bob", 0);
        run(uow -> uow.get(User.class, second).setName("Bobby"));
        StaleEntityException stale = catchThrowableOfType(
                StaleEntityException.class,
                () -> run(uow -> {
                    uow.get(User.class, first).setName("mine");
                    User bob = uow.get(User.class, second);
                    uow.session().doWork(connection -> {
                        try (var statement = connection.createStatement()) {
                            statement.executeUpdate("update users set version = 7 where id = " + second);
                        }
                    });
                    bob.setName("mine");
                }));
        assertThat(stale.entity()).isEqualTo("User");
        assertThat(stale.id()).isEqualTo(second);
        assertThat(stale.version()).isEqualTo(1);
        assertThat(stale).hasMessageContaining("User with id " + second + " and version 1");
    }

    @Test
    void pendingChangesAreListedWithoutTheirValues() {
        Long id = user("ann", 2);
        Long other = user("eve", 0);
        run(uow -> {
            assertThat(uow.isDirty()).isFalse();
            User ann = uow.select(User.class)
                    .load(LoadOption.selectin("orders"), LoadOption.selectin("tags"))
                    .list()
                    .get(0);
            assertThat(uow.isDirty()).isFalse();
            ann.setName("secret");
            ann.getTags().add("tag");
            Long orphan = ann.getOrders().remove(0).getId();
            ann.order("3.00");
            uow.delete(uow.get(User.class, other));
            uow.add(new Note(9L, ann, "hello"));
            List<String> listed = List.of(
                    "update User " + id + " (name, orders, tags)",
                    "delete Order " + orphan,
                    "insert Order",
                    "delete User " + other,
                    "insert Note 9");
            assertThat(uow.isDirty()).isTrue();
            assertThat(statements(() -> assertThat(uow.pendingChanges())
                            .extracting(Object::toString)
                            .containsExactlyInAnyOrderElementsOf(listed)))
                    .isEmpty();
            assertThat(uow.pendingChanges().toString()).doesNotContain("secret");
            assertThat(uow.pendingChanges())
                    .anySatisfy(
                            change -> assertThat(change.describe()).contains("name: ann -> secret", "tags: [] -> "));
            uow.flush();
            assertThat(uow.pendingChanges()).isEmpty();
        });
    }

    @Test
    void whatIsAddedWithAGeneratedIdIsListedBeforeItIsWritten() {
        run(uow -> {
            assertThat(uow.pendingChanges()).isEmpty();
            User ann = new User("ann@example.com", "ann");
            ann.order("1.00");
            uow.add(ann);
            assertThat(uow.pendingChanges())
                    .extracting(Object::toString)
                    .containsExactlyInAnyOrder("insert User", "insert Order");
            assertThat(uow.isDirty()).isTrue();
        });
    }
}
