package dev.dovetail.orm;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.model.Address;
import dev.dovetail.orm.model.Note;
import dev.dovetail.orm.model.Order_;
import dev.dovetail.orm.model.Role;
import dev.dovetail.orm.model.Team;
import dev.dovetail.orm.model.User;
import dev.dovetail.orm.model.User_;
import dev.dovetail.orm.model.Users;
import dev.dovetail.orm.query.LoadOption;
import dev.dovetail.repository.UnloadedAssociationException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert;
import org.hibernate.Hibernate;
import org.junit.jupiter.api.Test;

@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class FetchGuardTest extends ShopTest {

    FetchGuardTest(TestDatabase database) {
        super(database);
    }

    private Long annWithEverything() {
        Long id = user("ann", 2);
        run(uow -> {
            Role role = new Role("admin", "Administrator");
            Role country = new Role("np", "Nepal");
            uow.addAll(List.of(role, country, new Team(1L, "blue")));
            uow.flush();
            persistence.allowLazyLoading(() -> {
                User ann = uow.get(User.class, id);
                ann.setRole(role);
                ann.setAddress(new Address("Kathmandu", country));
                ann.getTeams().add(uow.get(Team.class, 1L));
                ann.getTags().add("vip");
                ann.getSettings().put("colour", "green");
                uow.add(new Note(1L, ann, "hello"));
                return true;
            });
        });
        return id;
    }

    @Test
    void everyKindOfUnloadedAssociationRaisesOnItsFirstUse() {
        Long id = annWithEverything();
        run(uow -> {
            User ann = uow.get(User.class, id);
            List<String> sent = statements(() -> assertEverythingRaises(ann, "find(User)"));
            assertThat(sent).isEmpty();
        });
    }

    @Test
    void everyKindOfUnloadedAssociationRaisesWhenDetached() {
        Long id = annWithEverything();
        User ann = work(uow -> uow.select(User.class).one());
        assertEverythingRaises(ann, "select(User)");
        assertThat(ann.getId()).isEqualTo(id);
    }

    @Test
    void whatWasDetachedByHandRaisesToo() {
        Long id = annWithEverything();
        run(uow -> {
            User ann = uow.get(User.class, id);
            uow.detach(ann);
            assertThatThrownBy(() -> ann.getOrders().size())
                    .isInstanceOf(UnloadedAssociationException.class)
                    .hasMessageContaining("find(User)");
            assertThat(uow.get(User.class, id)).isNotSameAs(ann);
        });
    }

    /** Error Prone wants results used. */
    private static void use(Object value) {
        assertThat(value).isNotNull();
    }

    private static void assertEverythingRaises(User ann, String loadedBy) {
        Map<String, ThrowableAssert.ThrowingCallable> uses = new LinkedHashMap<>();
        uses.put("orders", () -> use(ann.getOrders().size()));
        uses.put("notes", () -> use(ann.getNotes().iterator()));
        uses.put("teams", () -> use(ann.getTeams().isEmpty()));
        uses.put("tags", () -> use(ann.getTags().contains("vip")));
        uses.put("settings", () -> use(ann.getSettings().get("colour")));
        uses.put("role", () -> use(ann.getRole().getTitle()));
        uses.put("address.country", () -> use(ann.getAddress().getCountry().getTitle()));
        uses.forEach((attribute, use) -> assertThatThrownBy(use)
                .as(attribute)
                .isInstanceOfSatisfying(UnloadedAssociationException.class, raised -> {
                    assertThat(raised.entity()).isEqualTo("User");
                    assertThat(raised.attribute()).isEqualTo(attribute);
                    assertThat(raised.id()).isEqualTo(ann.getId());
                    assertThat(raised)
                            .hasMessageContaining(loadedBy)
                            .hasMessageContaining(
                                    attribute.contains(".")
                                            ? "selectin(\"" + attribute
                                            : "selectin(User_." + attribute);
                }));
    }

    @Test
    void aLoopThatWouldSendAStatementEachStopsAtItsFirstUse() {
        for (int i = 0; i < 3; i++) {
            user("u" + i, 1);
        }
        run(uow -> {
            List<String> sent = statements(() -> assertThatThrownBy(() -> {
                        for (User user : uow.select(User.class).list()) {
                            use(user.getOrders().size());
                        }
                    })
                    .isInstanceOf(UnloadedAssociationException.class));
            assertThat(sent).hasSize(1);
        });
    }

    @Test
    void theExceptionDoomsNothing() {
        Long id = user("ann", 1);
        run(uow -> {
            User ann = uow.get(User.class, id);
            ann.setName("Anna");
            tx.run(() -> {
                assertThatThrownBy(() -> ann.getOrders().size()).isInstanceOf(UnloadedAssociationException.class);
            });
            assertThat(catchThrowable(() -> tx.run(() -> use(ann.getOrders().size()))))
                    .isInstanceOf(UnloadedAssociationException.class);
        });
        run(uow -> assertThat(uow.get(User.class, id).getName()).isEqualTo("Anna"));
    }

    @Test
    void whatNeedsNoLoadingDoesNotRaise() {
        annWithEverything();
        run(uow -> {
            var order = uow.select(dev.dovetail.orm.model.Order.class).first().orElseThrow();
            User proxy = order.getUser();
            List<String> sent = statements(() -> {
                assertThat(Hibernate.isInitialized(proxy)).isFalse();
                assertThat(proxy.getId()).isNotNull();
                assertThat(proxy.equals(proxy)).isTrue();
                assertThat(new HashSet<>(Set.of(proxy))).contains(proxy);
                assertThat(order.getLines()).isNotNull();
            });
            assertThat(sent).isEmpty();
            assertThat(uow.select(dev.dovetail.orm.model.Order.class)
                            .where(org.hibernate.query.restriction.Restriction.equal(Order_.user, proxy))
                            .count())
                    .isEqualTo(2);
        });
    }

    @Test
    void aTargetThatIsManagedIsSimplyThere() {
        Long id = user("ann", 1);
        run(uow -> {
            User ann = uow.get(User.class, id);
            var order = uow.select(dev.dovetail.orm.model.Order.class).one();
            assertThat(order.getUser()).isSameAs(ann);
        });
        run(uow -> {
            var order = uow.select(dev.dovetail.orm.model.Order.class).one();
            User proxy = order.getUser();
            uow.get(User.class, id);
            assertThat(proxy.getName()).isEqualTo("ann");
        });
    }

    @Test
    void aNullKeyIsNullAndATransientEntityIsPlain() {
        Long id = user("ann", 0);
        run(uow -> assertThat(uow.get(User.class, id).getRole()).isNull());
        User fresh = new User("x@example.com", "x");
        assertThat(fresh.getOrders()).isEmpty();
        run(uow -> {
            uow.add(fresh);
            uow.flush();
            assertThat(fresh.getOrders()).isEmpty();
        });
        assertThat(fresh.getOrders()).isEmpty();
    }

    @Test
    void loadedAssociationsStayUsableWhenDetached() {
        annWithEverything();
        User ann = work(uow -> uow.select(User.class)
                .load(LoadOption.selectin(User_.orders, Order_.lines), LoadOption.joined(User_.role))
                .one());
        assertThat(ann.getOrders())
                .hasSize(2)
                .allSatisfy(order -> assertThat(order.getLines()).hasSize(1));
        assertThat(ann.getRole().getTitle()).isEqualTo("Administrator");
        assertThatThrownBy(() -> ann.getTags().size()).isInstanceOf(UnloadedAssociationException.class);
    }

    @Test
    void aBlockMayAllowLazyLoading() {
        Long id = annWithEverything();
        run(uow -> {
            User ann = uow.get(User.class, id);
            int orders = persistence.allowLazyLoading(() -> ann.getOrders().size());
            assertThat(orders).isEqualTo(2);
            assertThatThrownBy(() -> ann.getTags().size()).isInstanceOf(UnloadedAssociationException.class);
        });
    }

    @Test
    void hibernatesOwnWorkPasses() {
        Long id = annWithEverything();
        User detached = work(uow -> uow.get(User.class, id));
        detached.setName("merged");
        run(uow -> {
            User merged = uow.merge(detached);
            assertThat(merged.getName()).isEqualTo("merged");
            uow.refresh(merged);
            uow.session().lock(merged, org.hibernate.LockMode.PESSIMISTIC_WRITE);
        });
        run(uow -> {
            uow.sql().execute("delete from notes");
            uow.delete(uow.get(User.class, id));
        });
        assertThat(count(USERS)).isZero();
        assertThat(count(ORDERS)).isZero();
    }

    @Test
    void anAddToAnUnloadedInverseCollectionNeedsNoLoading() {
        Long id = user("ann", 1);
        run(uow -> {
            User ann = uow.get(User.class, id);
            List<String> sent = statements(() -> ann.order("5"));
            assertThat(sent).isEmpty();
            assertThat(uow.sql().fetchCount(ORDERS)).isEqualTo(2);
        });
    }

    @Test
    void aReferenceThatNobodyLoadedNamesItself() {
        Long id = user("ann", 0);
        run(uow -> assertThatThrownBy(
                        () -> uow.session().getReference(User.class, id).getName())
                .isInstanceOf(UnloadedAssociationException.class)
                .hasMessageContaining("User with id " + id + " is a reference")
                .hasMessageContaining("uow.get(User.class, id)")
                .hasMessageNotContaining("@Load"));
    }

    @Test
    void anEntityOfARolledBackNestedBlockRaisesToo() {
        Long id = annWithEverything();
        run(uow -> {
            User ann = uow.get(User.class, id);
            assertThatThrownBy(() -> tx.nested().run(() -> {
                        throw new IllegalStateException("back");
                    }))
                    .hasMessage("back");
            assertThat(uow.contains(ann)).isTrue();
            assertEverythingRaises(ann, "find(User)");
        });
    }

    @Test
    void deletingWhatIsDetachedWorksWithUnloadedAssociations() {
        Long id = user("ann", 2);
        Users users = persistence.repository(Users.class);
        User ann = users.findById(id).orElseThrow();
        users.delete(ann);
        assertThat(count(ORDERS)).isZero();
    }
}
