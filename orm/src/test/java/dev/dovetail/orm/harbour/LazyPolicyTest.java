package dev.dovetail.orm.harbour;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.dovetail.core.Database;
import dev.dovetail.core.statement.Statements;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.HibernatePersistence;
import dev.dovetail.orm.query.LoadOption;
import dev.dovetail.orm.work.UnitOfWork;
import dev.dovetail.repository.LazyPolicy;
import dev.dovetail.repository.UnloadedAssociationException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.Hibernate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** Every kind of association in every position, under each policy. */
@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class LazyPolicyTest {

    private static @Nullable Database open;
    private static final Map<LazyPolicy, HibernatePersistence> PERSISTENCES = new EnumMap<>(LazyPolicy.class);

    private final Database db = Objects.requireNonNull(open);
    private final ListAppender<ILoggingEvent> warnings = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(LazyPolicy.LOGGER);

    LazyPolicyTest(TestDatabase database) {
        assertThat(database).isNotNull();
    }

    /** One association of a ship: its name, whether it is a collection, a use of it that needs its rows. */
    private record Kind(String attribute, boolean collection, Function<Ship, Object> use, Object found, Object empty) {}

    private static final List<Kind> KINDS = List.of(
            toOne("home", ship -> ship.getHome() == null ? null : ship.getHome().getName(), "home"),
            toOne(
                    "captain",
                    ship -> ship.getCaptain() == null ? null : ship.getCaptain().getName(),
                    "ann"),
            toOne("hull.yard", ship -> yard(ship) == null ? null : yard(ship).getName(), "yard"),
            collection("cabins", ship -> ship.getCabins().size(), 1, 0),
            collection("routes", ship -> ship.getRoutes().isEmpty(), false, true),
            collection("flags", ship -> ship.getFlags().contains("blue"), true, false),
            collection("log", ship -> String.valueOf(ship.getLog().get("1")), "wind", "null"),
            collection("moorings", ship -> ship.getMoorings().iterator().hasNext(), true, false),
            collection(
                    "hull.planks",
                    ship -> ship.getHull() == null
                            ? 0
                            : ship.getHull().getPlanks().size(),
                    2,
                    0));

    private static Kind toOne(String attribute, Function<Ship, @Nullable Object> use, Object found) {
        return new Kind(attribute, false, ship -> String.valueOf(use.apply(ship)), found, "null");
    }

    private static Kind collection(String attribute, Function<Ship, Object> use, Object found, Object empty) {
        return new Kind(attribute, true, use, found, empty);
    }

    private static Port yard(Ship ship) {
        return ship.getHull() == null ? null : ship.getHull().getYard();
    }

    @BeforeParameterizedClassInvocation
    static void openHarbour(TestDatabase database) {
        Database db = Database.open(database.url());
        open = db;
        HarbourSchema.create(db);
        for (LazyPolicy policy : LazyPolicy.values()) {
            PERSISTENCES.put(
                    policy, HibernatePersistence.of(db, options -> options.lazy(policy), HarbourSchema.ENTITIES));
        }
    }

    @AfterParameterizedClassInvocation
    static void closeHarbour() {
        PERSISTENCES.values().forEach(HibernatePersistence::close);
        PERSISTENCES.clear();
        if (open != null) {
            open.close();
        }
    }

    @BeforeEach
    void fill() {
        HarbourSchema.empty(db);
        run(LazyPolicy.RAISE, uow -> {
            Port home = new Port(1L, "home");
            Port yard = new Port(2L, "yard");
            Port far = new Port(3L, "far");
            Captain ann = new Captain(1L, "ann");
            uow.addAll(List.of(home, yard, far, ann));
            Ship ship = new Ship(1L, "full");
            ship.setHome(home);
            ship.setCaptain(ann);
            ship.setHull(new Hull("oak", yard, "a", "b"));
            ship.getRoutes().add(far);
            ship.getFlags().add("blue");
            ship.getLog().put("1", "wind");
            ship.getMoorings().add(new Mooring(5, far));
            ship.getCabins().add(new Cabin(1L, ship, home, home, null));
            ship.setPapers(new Papers(ship, "valid"));
            uow.add(ship);
            Ship bare = new Ship(2L, "bare");
            bare.setHull(new Hull("tin", null));
            uow.add(bare);
        });
        warnings.start();
        logger.addAppender(warnings);
        logger.setAdditive(false);
    }

    @AfterEach
    void givesEverythingBack() {
        logger.detachAppender(warnings);
        assertThat(db.pool().active()).as("connections still in use").isZero();
    }

    private static void run(LazyPolicy policy, Consumer<UnitOfWork> block) {
        HibernatePersistence persistence = persistence(policy);
        persistence.transactor().run(() -> block.accept(persistence.unitOfWork()));
    }

    private static HibernatePersistence persistence(LazyPolicy policy) {
        return Objects.requireNonNull(PERSISTENCES.get(policy));
    }

    private static List<String> statements(Runnable block) {
        return Statements.during(block::run).sql();
    }

    private static void assertRaises(Kind kind, Ship ship, String... parts) {
        List<String> sent = statements(() -> assertThatThrownBy(() -> kind.use().apply(ship))
                .as(kind.attribute())
                .isInstanceOfSatisfying(UnloadedAssociationException.class, raised -> {
                    assertThat(raised.entity()).isEqualTo("Ship");
                    assertThat(raised.attribute()).isEqualTo(kind.attribute());
                    assertThat(raised.id()).isEqualTo(ship.getId());
                    assertThat(raised.getMessage()).contains(parts);
                }));
        assertThat(sent).as(kind.attribute()).isEmpty();
    }

    private static void assertIsThere(Kind kind, Ship ship, Object value) {
        List<String> sent = statements(
                () -> assertThat(kind.use().apply(ship)).as(kind.attribute()).isEqualTo(value));
        assertThat(sent).as(kind.attribute()).isEmpty();
    }

    private static String codeFor(Kind kind) {
        return kind.attribute().contains(".")
                ? ".load(selectin(\"" + kind.attribute() + "\"))"
                : ".load(selectin(Ship_." + kind.attribute() + "))";
    }

    @ParameterizedTest
    @EnumSource
    void unloaded(LazyPolicy policy) {
        for (Kind kind : KINDS) {
            run(policy, uow -> {
                Ship ship = uow.get(Ship.class, 1L);
                if (policy.raises()) {
                    assertRaises(kind, ship, "find(Ship), which loaded it in this unit of work,", codeFor(kind));
                } else {
                    List<String> sent = statements(() -> assertThat(kind.use().apply(ship))
                            .as(kind.attribute())
                            .isEqualTo(kind.found()));
                    assertThat(sent).as(kind.attribute()).hasSize(1);
                    assertIsThere(kind, ship, kind.found());
                }
            });
        }
        assertThat(warnings.list)
                .hasSize(policy == LazyPolicy.WARN ? KINDS.size() : 0)
                .allSatisfy(event -> {
                    assertThat(event.getLevel()).isEqualTo(Level.WARN);
                    assertThat(event.getFormattedMessage()).contains("policy is WARN", "Ship with id 1", "find(Ship)");
                });
    }

    @ParameterizedTest
    @EnumSource
    void loaded(LazyPolicy policy) {
        for (Kind kind : KINDS) {
            run(policy, uow -> {
                Ship ship = uow.select(Ship.class)
                        .where(org.hibernate.query.restriction.Restriction.equal(Ship_.id, 1L))
                        .load(LoadOption.selectin(kind.attribute()))
                        .one();
                assertIsThere(kind, ship, kind.found());
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void detached(LazyPolicy policy) {
        List<Ship> detached = new ArrayList<>();
        run(policy, uow -> detached.add(uow.get(Ship.class, 1L)));
        for (Kind kind : KINDS) {
            assertRaises(kind, detached.get(0), "find(Ship), which loaded it,", "has ended", codeFor(kind));
        }
        Ship ship = detached.get(0);
        assertThatThrownBy(() -> assertThat(Hibernate.size(ship.getFlags())).isZero())
                .isInstanceOf(UnloadedAssociationException.class)
                .hasMessageContaining("Ship.flags is not loaded");
        assertThatThrownBy(() -> assertThat(Hibernate.contains(ship.getCabins(), new Cabin()))
                        .isFalse())
                .isInstanceOf(UnloadedAssociationException.class)
                .hasMessageContaining("Ship.cabins is not loaded");
    }

    @ParameterizedTest
    @EnumSource
    void loadedAndThenDetached(LazyPolicy policy) {
        for (Kind kind : KINDS) {
            List<Ship> detached = new ArrayList<>();
            run(
                    policy,
                    uow -> detached.addAll(uow.select(Ship.class)
                            .where(org.hibernate.query.restriction.Restriction.equal(Ship_.id, 1L))
                            .load(LoadOption.selectin(kind.attribute()))
                            .list()));
            assertIsThere(kind, detached.get(0), kind.found());
        }
    }

    @ParameterizedTest
    @EnumSource
    void transientAndThenAdded(LazyPolicy policy) {
        run(policy, uow -> {
            Ship fresh = new Ship(3L, "new");
            fresh.setHull(new Hull("steel", null));
            KINDS.forEach(kind -> assertIsThere(kind, fresh, kind.empty()));
            uow.add(fresh);
            KINDS.forEach(kind -> assertIsThere(kind, fresh, kind.empty()));
            uow.flush();
            KINDS.forEach(kind -> assertIsThere(kind, fresh, kind.empty()));
        });
    }

    @ParameterizedTest
    @EnumSource
    void nullKeyOrEmpty(LazyPolicy policy) {
        for (Kind kind : KINDS) {
            run(policy, uow -> {
                Ship bare = uow.get(Ship.class, 2L);
                if (!kind.collection()) {
                    assertIsThere(kind, bare, "null");
                } else if (policy.raises()) {
                    assertRaises(kind, bare, "Ship with id 2");
                } else {
                    assertThat(kind.use().apply(bare)).as(kind.attribute()).isEqualTo(kind.empty());
                }
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void targetInTheIdentityMapBeforeAndAfter(LazyPolicy policy) {
        for (boolean before : new boolean[] {true, false}) {
            run(policy, uow -> {
                Ship ship = before ? null : uow.get(Ship.class, 1L);
                uow.select(Port.class).list();
                uow.select(Captain.class).list();
                Ship found = ship == null ? uow.get(Ship.class, 1L) : ship;
                KINDS.stream()
                        .filter(kind -> !kind.collection())
                        .forEach(kind -> assertIsThere(kind, found, kind.found()));
            });
        }
        assertThat(warnings.list).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void sizeOfAnUnloadedCollection(LazyPolicy policy) {
        run(policy, uow -> {
            Ship ship = uow.get(Ship.class, 1L);
            if (policy.raises()) {
                assertThatThrownBy(() ->
                                assertThat(Hibernate.size(ship.getFlags())).isZero())
                        .isInstanceOf(UnloadedAssociationException.class);
            } else {
                assertThat(Hibernate.size(ship.getFlags())).isEqualTo(1);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void aReferenceInACollectionOfValues(LazyPolicy policy) {
        run(policy, uow -> {
            Ship ship = uow.select(Ship.class)
                    .where(org.hibernate.query.restriction.Restriction.equal(Ship_.id, 1L))
                    .load(LoadOption.selectin("moorings"))
                    .one();
            Port port = ship.getMoorings().get(0).getPort();
            if (policy.raises()) {
                assertThatThrownBy(port::getName)
                        .isInstanceOf(UnloadedAssociationException.class)
                        .hasMessageContaining("Ship.moorings.port is not loaded, in Ship with id 1");
            } else {
                assertThat(port.getName()).isEqualTo("far");
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatHibernateLoadsForItselfPasses(LazyPolicy policy) {
        Ship[] detached = new Ship[1];
        run(policy, uow -> detached[0] = uow.get(Ship.class, 1L));
        detached[0].setName("merged");
        run(policy, uow -> {
            Ship ship = uow.merge(detached[0]);
            uow.refresh(ship);
            uow.session().lock(ship, org.hibernate.LockMode.PESSIMISTIC_WRITE);
            uow.session().detach(ship);
        });
        run(policy, uow -> {
            var graph = uow.session().createEntityGraph(Ship.class);
            graph.addAttributeNodes("cabins", "flags", "home");
            Ship ship = uow.session().find(graph, 1L);
            assertThat(ship.getCabins()).hasSize(1);
            assertThat(ship.getFlags()).hasSize(1);
            assertThat(ship.getHome().getName()).isEqualTo("home");
        });
        run(
                policy,
                uow -> assertThat(uow.session().findMultiple(Ship.class, List.of(1L, 2L)))
                        .hasSize(2));
        run(policy, uow -> uow.delete(uow.get(Ship.class, 1L)));
        run(policy, uow -> assertThat(uow.select(Cabin.class).count()).isZero());
        assertThat(warnings.list).isEmpty();
    }

    @Test
    void anAnnotationIsStrongerThanTheDefault() {
        for (LazyPolicy policy : LazyPolicy.values()) {
            run(policy, uow -> {
                uow.sql().execute("update cabins set select_id = 1, warn_id = 2, raise_id = 3");
                Cabin cabin = uow.get(Cabin.class, 1L);
                assertThat(cabin.getSelect().getName()).isEqualTo("home");
                assertThat(cabin.getWarn().getName()).isEqualTo("yard");
                assertThat(warnings.list)
                        .singleElement()
                        .satisfies(
                                event -> assertThat(event.getFormattedMessage()).contains("Cabin.warn"));
                assertThatThrownBy(() -> cabin.getRaise().getName())
                        .isInstanceOf(UnloadedAssociationException.class)
                        .hasMessageContaining("Cabin.raise");
            });
            warnings.list.clear();
        }
    }

    @Test
    void ofTwoPoliciesOnOneEntityTheStricterHolds() {
        run(LazyPolicy.SELECT, uow -> {
            uow.sql().execute("update cabins set select_id = 1, warn_id = 1, raise_id = null");
            assertThat(uow.get(Cabin.class, 1L).getSelect().getName()).isEqualTo("home");
            assertThat(warnings.list).hasSize(1);
        });
        run(LazyPolicy.SELECT, uow -> {
            uow.sql().execute("update cabins set raise_id = 1");
            Cabin cabin = uow.get(Cabin.class, 1L);
            assertThatThrownBy(() -> cabin.getSelect().getName())
                    .isInstanceOf(UnloadedAssociationException.class)
                    .hasMessageContaining("Cabin.raise");
        });
    }

    @Test
    void aReferenceThatNothingLeadsToFollowsTheDefault() {
        for (LazyPolicy policy : LazyPolicy.values()) {
            run(policy, uow -> {
                Port reference = uow.session().getReference(Port.class, 1L);
                if (policy.raises()) {
                    assertThatThrownBy(reference::getName)
                            .isInstanceOf(UnloadedAssociationException.class)
                            .hasMessageContaining("Port with id 1 is a reference");
                } else {
                    assertThat(reference.getName()).isEqualTo("home");
                }
            });
        }
    }

    @Test
    void warningsComeOnceForAnAssociationInAUnitOfWork() {
        run(LazyPolicy.WARN, uow -> {
            uow.select(Ship.class)
                    .list()
                    .forEach(ship -> assertThat(ship.getFlags()).hasSizeLessThan(2));
        });
        assertThat(warnings.list).hasSize(1);
        assertThat(warnings.list.get(0).getFormattedMessage()).contains("select(Ship)", "Ship.flags");
    }

    @Test
    void allowingABlockIsSilentUnderEveryPolicy() {
        for (LazyPolicy policy : LazyPolicy.values()) {
            run(policy, uow -> {
                Ship ship = uow.get(Ship.class, 1L);
                int flags = persistence(policy)
                        .allowLazyLoading(() -> ship.getFlags().size());
                assertThat(flags).isEqualTo(1);
            });
        }
        assertThat(warnings.list).isEmpty();
    }
}
