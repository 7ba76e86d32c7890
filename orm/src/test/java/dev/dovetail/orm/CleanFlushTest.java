package dev.dovetail.orm;

import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.statement.Statements;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.model.Address;
import dev.dovetail.orm.model.Note;
import dev.dovetail.orm.model.Order;
import dev.dovetail.orm.model.Role;
import dev.dovetail.orm.model.Team;
import dev.dovetail.orm.model.User;
import dev.dovetail.orm.query.LoadOption;
import dev.dovetail.orm.work.UnitOfWork;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A flush that has nothing to do is left out; what Hibernate's own flush would write or refuse, it must not miss. */
@OnEachDatabase({SQLITE, POSTGRESQL})
class CleanFlushTest extends ShopTest {

    CleanFlushTest(TestDatabase database) {
        super(database);
    }

    private interface Change {
        void on(UnitOfWork uow, User ann, User bob) throws Exception;
    }

    private static Map<String, Change> changes() {
        Map<String, Change> changes = new LinkedHashMap<>();
        changes.put("nothing", (uow, ann, bob) -> {});
        changes.put("the same value again", (uow, ann, bob) -> ann.setName("ann"));
        changes.put("a value", (uow, ann, bob) -> ann.setName("Anna"));
        changes.put("the id", (uow, ann, bob) -> set(ann, "id", 4711L));
        changes.put("the version", (uow, ann, bob) -> set(ann, "version", 7));
        changes.put("a part of an embeddable", (uow, ann, bob) -> set(ann.getAddress(), "city", "Rome"));
        changes.put("no embeddable", (uow, ann, bob) -> ann.setAddress(null));
        changes.put("an element", (uow, ann, bob) -> ann.getTags().add("late"));
        changes.put("no elements", (uow, ann, bob) -> ann.getTags().clear());
        changes.put("an entry of a map", (uow, ann, bob) -> ann.getSettings().put("colour", "red"));
        changes.put("a collection of one's own", (uow, ann, bob) -> set(ann, "tags", new ArrayList<>(ann.getTags())));
        changes.put("another's collection", (uow, ann, bob) -> set(ann, "tags", bob.getTags()));
        changes.put("exchanged collections", (uow, ann, bob) -> {
            Object mine = ann.getTags();
            set(ann, "tags", bob.getTags());
            set(bob, "tags", mine);
        });
        changes.put("no collection", (uow, ann, bob) -> set(ann, "tags", null));
        changes.put("no inverse collection", (uow, ann, bob) -> set(ann, "orders", null));
        changes.put("a new child", (uow, ann, bob) -> ann.order("9.99"));
        changes.put("a removed child", (uow, ann, bob) -> ann.getOrders().remove(0));
        changes.put(
                "a child that was let go of",
                (uow, ann, bob) -> uow.session().detach(ann.getOrders().get(0)));
        changes.put(
                "an unsaved element that nothing cascades to",
                (uow, ann, bob) -> ann.getNotes().add(new Note(99L, ann, "unsaved")));
        changes.put("an unsaved member", (uow, ann, bob) -> ann.getTeams().add(new Team(99L, "unsaved")));
        changes.put("an unsaved reference", (uow, ann, bob) -> ann.setRole(new Role("unsaved", "unsaved")));
        changes.put(
                "a value in a child", (uow, ann, bob) -> ann.getOrders().get(0).setComment("changed"));
        changes.put("a child of another", (uow, ann, bob) -> {
            Order moved = bob.getOrders().get(0);
            moved.setUser(ann);
            ann.getOrders().add(moved);
        });
        changes.put("a deleted entity", (uow, ann, bob) -> uow.session().remove(ann));
        changes.put("a read-only entity", (uow, ann, bob) -> {
            uow.session().setReadOnly(ann, true);
            ann.setName("Anna");
        });
        changes.put("a collection of a read-only entity", (uow, ann, bob) -> {
            uow.session().setReadOnly(ann, true);
            ann.getTags().add("late");
        });
        return changes;
    }

    @TestFactory
    List<DynamicTest> aFlushWritesAndRefusesWhatHibernatesDoes() {
        return changes().entrySet().stream()
                .map(change -> DynamicTest.dynamicTest(change.getKey(), () -> {
                    List<String> hibernates =
                            outcome(change.getValue(), uow -> uow.session().flush());
                    List<String> ours = outcome(change.getValue(), UnitOfWork::flush);
                    assertThat(ours).isEqualTo(hibernates);
                }))
                .toList();
    }

    @Test
    void theOutcomesDiffer() throws Exception {
        Map<String, List<String>> outcomes = new LinkedHashMap<>();
        for (var change : changes().entrySet()) {
            outcomes.put(change.getKey(), outcome(change.getValue(), UnitOfWork::flush));
        }
        assertThat(outcomes.get("nothing")).isEmpty();
        assertThat(outcomes.get("the same value again")).isEmpty();
        assertThat(outcomes.get("a value")).hasSize(1);
        assertThat(outcomes.values().stream().distinct().count()).isGreaterThan(12);
    }

    /** What is sent, and the class of what is thrown, for the change of one of two users. */
    private List<String> outcome(Change change, java.util.function.Consumer<UnitOfWork> flush) {
        emptyTables();
        stored("ann");
        stored("bob");
        List<String> outcome = new ArrayList<>();
        try {
            run(uow -> {
                List<User> users = uow.select(User.class)
                        .load(
                                LoadOption.selectin("orders.lines"),
                                LoadOption.selectin("tags"),
                                LoadOption.selectin("settings"),
                                LoadOption.selectin("notes"),
                                LoadOption.selectin("teams"))
                        .list();
                User ann = users.stream()
                        .filter(u -> u.getName().equals("ann"))
                        .findFirst()
                        .orElseThrow();
                User bob = users.stream()
                        .filter(u -> u.getName().equals("bob"))
                        .findFirst()
                        .orElseThrow();
                applied(change, uow, ann, bob);
                try {
                    outcome.addAll(Statements.during(() -> flush.accept(uow)).sql());
                } catch (RuntimeException refused) {
                    outcome.add(refused.getClass().getName());
                }
                throw new TakeBack();
            });
        } catch (TakeBack wanted) {
            return outcome;
        }
        throw new IllegalStateException("not taken back");
    }

    private static void applied(Change change, UnitOfWork uow, User ann, User bob) {
        try {
            change.on(uow, ann, bob);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void stored(String name) {
        run(uow -> {
            User user = new User(name + "@example.com", name);
            user.setAddress(new Address("Paris", null));
            user.getTags().add("early");
            user.getSettings().put("size", "big");
            user.order("1.50").line("product", 1);
            uow.add(user);
        });
    }

    private static void set(Object entity, String field, Object value) throws ReflectiveOperationException {
        Field known = entity.getClass().getDeclaredField(field);
        known.setAccessible(true);
        known.set(entity, value);
    }

    private static final class TakeBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
