package dev.dovetail.orm.harbour;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.Database;
import dev.dovetail.core.statement.Statements;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.OpenPersistence;
import dev.dovetail.orm.query.LoadOption;
import dev.dovetail.orm.work.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** The side of a one-to-one that has no foreign key comes with its owner, in one statement for all owners. */
@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class InverseOneToOneTest {

    private static final int SHIPS = 30;

    private static @Nullable OpenPersistence open;

    private final OpenPersistence opened = Objects.requireNonNull(open);
    private final Database db = opened.db();

    InverseOneToOneTest(TestDatabase database) {
        assertThat(database).isNotNull();
    }

    @BeforeParameterizedClassInvocation
    static void openHarbour(TestDatabase database) {
        open = OpenPersistence.of(database, HarbourSchema.ENTITIES);
        HarbourSchema.create(open.db());
    }

    @AfterParameterizedClassInvocation
    static void closeHarbour() {
        if (open != null) {
            open.close();
        }
    }

    /** Ships with captains, those with an even id with papers; the last captain has no ship. */
    @BeforeEach
    void fill() {
        HarbourSchema.empty(db);
        run(uow -> {
            for (long id = 1; id <= SHIPS; id++) {
                Captain captain = new Captain(id, "captain " + id);
                Ship ship = new Ship(id, "ship " + id);
                ship.setCaptain(captain);
                if (id % 2 == 0) {
                    ship.setPapers(new Papers(ship, "papers " + id));
                }
                uow.addAll(List.of(captain, ship));
            }
            uow.add(new Captain(SHIPS + 1L, "idle"));
        });
    }

    @AfterEach
    void givesEveryConnectionBack() {
        assertThat(db.pool().active()).as("connections still in use").isZero();
    }

    private void run(Consumer<UnitOfWork> block) {
        opened.persistence()
                .transactor()
                .run(() -> block.accept(opened.persistence().unitOfWork()));
    }

    private <T> T statements(int expected, Function<UnitOfWork, T> load, UnitOfWork uow) {
        List<T> result = new ArrayList<>();
        assertThat(Statements.during(() -> result.add(load.apply(uow))).sql()).hasSize(expected);
        return result.get(0);
    }

    private static void assertComplete(List<Ship> ships) {
        assertThat(Statements.during(() -> assertThat(ships).allSatisfy(ship -> {
                            if (ship.getId() % 2 == 0) {
                                assertThat(ship.getPapers().getContent()).isEqualTo("papers " + ship.getId());
                                assertThat(ship.getPapers().getShip()).isSameAs(ship);
                            } else {
                                assertThat(ship.getPapers()).isNull();
                            }
                        }))
                        .sql())
                .isEmpty();
    }

    @Test
    void aQueryLoadsItWithOneStatementForAllOwners() {
        run(uow -> {
            List<Captain> captains =
                    statements(3, work -> work.select(Captain.class).list(), uow);
            assertThat(captains).hasSize(SHIPS + 1);
            assertThat(Statements.during(() -> assertThat(captains).allSatisfy(captain -> {
                                if (captain.getId() > SHIPS) {
                                    assertThat(captain.getShip()).isNull();
                                } else {
                                    assertThat(captain.getShip().getName()).isEqualTo("ship " + captain.getId());
                                    assertThat(captain.getShip().getCaptain()).isSameAs(captain);
                                }
                            }))
                            .sql())
                    .isEmpty();
        });
    }

    @Test
    void oneThatSharesTheIdIsLoadedTheSameWay() {
        run(uow -> assertComplete(statements(2, work -> work.select(Ship.class).list(), uow)));
    }

    @Test
    void hibernatesOwnQueriesDoTheSame() {
        run(uow -> assertComplete(statements(
                2,
                work -> work.session()
                        .createSelectionQuery("from Ship", Ship.class)
                        .getResultList(),
                uow)));
    }

    @Test
    void findingByIdJoins() {
        run(uow -> assertComplete(statements(1, work -> List.of(work.get(Ship.class, 2L)), uow)));
        run(uow -> assertComplete(statements(1, work -> List.of(work.get(Ship.class, 1L)), uow)));
        run(uow -> assertComplete(statements(
                1, work -> work.session().findMultiple(Ship.class, List.of(1L, 2L, 3L, 4L)), uow)));
    }

    @Test
    void joiningItInTheQueryNeedsNoMoreStatements() {
        run(uow -> assertComplete(statements(
                1,
                work -> work.select(Ship.class)
                        .load(LoadOption.joined(Ship_.papers))
                        .list(),
                uow)));
    }

    @Test
    void selectinGoesOnFromIt() {
        run(uow -> {
            Captain captain = uow.select(Captain.class)
                    .where(org.hibernate.query.restriction.Restriction.equal(Captain_.id, 2L))
                    .load(LoadOption.selectin(Captain_.ship, Ship_.flags))
                    .one();
            assertThat(captain.getShip().getFlags()).isEmpty();
        });
    }

    @Test
    void aLoadedOneIsNotPendingAndNotWritten() {
        run(uow -> {
            List<Ship> ships = uow.select(Ship.class).list();
            assertThat(Statements.during(uow::flush).sql()).isEmpty();
            assertThat(ships).hasSize(SHIPS);
        });
    }

    @Test
    void cascadesAndOrphanRemovalReachIt() {
        run(uow -> {
            List<Ship> ships = uow.select(Ship.class).list();
            ships.get(1).setPapers(null);
            uow.delete(ships.get(3));
        });
        run(uow -> {
            assertThat(uow.find(Papers.class, 2L)).isEmpty();
            assertThat(uow.find(Papers.class, 4L)).isEmpty();
            assertThat(uow.find(Papers.class, 6L)).isPresent();
        });
    }

    @Test
    void mergeKeepsIt() {
        List<Ship> detached = new ArrayList<>();
        run(uow -> detached.addAll(uow.select(Ship.class).list()));
        assertComplete(detached);
        detached.get(1).setName("merged");
        run(uow ->
                assertThat(uow.merge(detached.get(1)).getPapers().getContent()).isEqualTo("papers 2"));
        run(uow -> assertThat(uow.get(Ship.class, 2L).getPapers()).isNotNull());
    }

    @Test
    void whatSqlChangesInItIsSeen() {
        run(uow -> {
            Ship first = uow.select(Ship.class).list().get(0);
            Ship second = uow.get(Ship.class, 2L);
            uow.sql().execute("insert into papers (ship_id, content) values (1, 'late')");
            assertThat(first.getPapers().getContent()).isEqualTo("late");
            uow.sql().execute("delete from papers where ship_id = 2");
            assertThat(second.getPapers()).isNull();
        });
    }

    @Test
    void aNestedBlockThatIsRolledBackLeavesIt() {
        run(uow -> {
            List<Ship> ships = uow.select(Ship.class).list();
            try {
                opened.persistence().transactor().nested().run(() -> {
                    opened.persistence().unitOfWork().delete(ships.get(1).getPapers());
                    ships.get(1).setPapers(null);
                    throw new IllegalStateException("back");
                });
            } catch (IllegalStateException expected) {
                assertThat(expected).hasMessage("back");
            }
            assertComplete(ships);
        });
        run(uow -> assertThat(uow.find(Papers.class, 2L)).isPresent());
    }
}
