package dev.dovetail.orm.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.core.error.TransactionDoomedException;
import dev.dovetail.core.transaction.Transactor;
import dev.dovetail.orm.graph.Village.House;
import dev.dovetail.orm.graph.Village.Houses;
import dev.dovetail.orm.graph.Village.Pass;
import dev.dovetail.orm.graph.Village.Passes;
import dev.dovetail.orm.graph.Village.Room;
import dev.dovetail.orm.graph.Village.Rooms;
import dev.dovetail.orm.graph.Village.Villager;
import dev.dovetail.orm.graph.Village.Villagers;
import dev.dovetail.repository.EntityStateException;
import dev.dovetail.repository.NoResultException;
import dev.dovetail.repository.Persistence;
import dev.dovetail.repository.TransientReferenceException;
import dev.dovetail.testing.persistence.OnEveryPersistence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What becomes of entities that refer to each other, whichever of them is written first, on the fake as on databases. */
@OnEveryPersistence(entities = {Villager.class, House.class, Room.class, Pass.class})
class CirclesTest {

    private final Villagers villagers;
    private final Houses houses;
    private final Rooms rooms;
    private final Passes passes;
    private final Transactor tx;

    CirclesTest(Persistence persistence) {
        this.villagers = persistence.repository(Villagers.class);
        this.houses = persistence.repository(Houses.class);
        this.rooms = persistence.repository(Rooms.class);
        this.passes = persistence.repository(Passes.class);
        this.tx = persistence.transactor();
    }

    /** The house comes first, when its owner has no row yet. */
    @Test
    void whatRefersToAnEntityThatIsInsertedAfterItIsChangedThen() {
        Villager villager = new Villager(1);
        villager.house = new House();
        villager.house.owner = villager;
        villagers.insert(villager);
        assertThat(villager.version).isZero();
        assertThat(villager.house.version).isEqualTo(1);
        assertThat(houses.findAll()).extracting(house -> house.version).containsExactly(1);
    }

    @Test
    void whatRefersToAnEntityThatIsMergedAfterItIsChangedThen() {
        Villager villager = new Villager(1);
        villager.house = new House();
        villager.house.owner = villager;
        House merged = Objects.requireNonNull(villagers.merge(villager).house);
        assertThat(merged.version).isEqualTo(1);
        assertThat(Objects.requireNonNull(merged.owner).version).isZero();
        assertThat(houses.findAll()).extracting(house -> house.version).containsExactly(1);
    }

    @Test
    void whatIsAddedBeforeWhatItRefersToIsChangedThen() {
        Villager villager = new Villager(1);
        House house = new House();
        house.owner = villager;
        tx.run(() -> {
            houses.add(house);
            villagers.add(villager);
        });
        assertThat(house.version).isEqualTo(1);
        assertThat(Objects.requireNonNull(
                        houses.findById(Objects.requireNonNull(house.id)).orElseThrow().owner))
                .isNotNull();
    }

    @Test
    void valuesThatChangeInPlaceAreNotSharedByWhatIsMergedWithTheSame() {
        Villager detached = villagers.insert(new Villager(1));
        Villager merged = villagers.update(detached);
        detached.photo[0]++;
        assertThat(merged.photo).containsExactly(0);
        villagers.update(merged);
        assertThat(villagers.findById(1).orElseThrow().photo).containsExactly(0);
    }

    @Test
    void whatRefersToSomethingNewWithoutAKeyOfItsOwnIsFoundByQueries() {
        Villager villager = villagers.insert(new Villager(1));
        villager.pass = new Pass();
        tx.run(() -> {
            Villager merged = villagers.merge(villager);
            assertThat(villagers.all()).containsExactly(merged);
            merged.pass = new Pass();
            merged.photo = new byte[] {1};
            villagers.insert(new Villager(2));
            assertThat(villagers.all()).hasSize(2);
        });
        assertThat(villagers.all()).extracting(each -> each.pass).containsOnlyNulls();
    }

    @Test
    void aReferenceToWhatTakesItsIdFromSomethingNewIsNotForgotten() {
        Villager villager = villagers.insert(new Villager(1));
        villager.room = new Room(new House(), 1);
        assertThatExceptionOfType(TransientReferenceException.class).isThrownBy(() -> villagers.update(villager));
        assertThat(villagers.all()).extracting(each -> each.version).containsExactly(0);
    }

    @Test
    void whatWasRemovedIsNotManagedAnyMore() {
        Villager detached = villagers.insert(new Villager(1));
        assertThatExceptionOfType(EntityStateException.class)
                .isThrownBy(() -> tx.run(() -> {
                    Villager villager = villagers.findById(detached.id).orElseThrow();
                    villagers.remove(villager);
                    villagers.remove(villager);
                }));
        assertThat(villagers.all()).hasSize(1);
    }

    @Test
    void anElementThatTakesItsIdFromSomethingNewIsRefusedAsNew() {
        Villager villager = villagers.insert(new Villager(1));
        villager.rooms.add(new Room(new House(), 1));
        assertThatExceptionOfType(TransientReferenceException.class).isThrownBy(() -> villagers.merge(villager));
        assertThat(rooms.findAll()).isEmpty();
    }

    @Test
    void whatTakesItsIdFromSomethingRemovedIsNotLeftBehind() {
        House house = houses.insert(new House());
        rooms.insert(new Room(house, 1));
        assertThatExceptionOfType(TransientReferenceException.class)
                .isThrownBy(() -> tx.run(() -> {
                    House found =
                            houses.findById(Objects.requireNonNull(house.id)).orElseThrow();
                    assertThat(rooms.of(found)).hasSize(1);
                    houses.delete(found);
                }));
        assertThat(rooms.findAll()).hasSize(1);
    }

    @Test
    void whatIsToBeRemovedCannotBeMerged() {
        Villager detached = villagers.insert(new Villager(1));
        assertThatExceptionOfType(NoResultException.class)
                .isThrownBy(() -> tx.run(() -> {
                    Villager villager = villagers.findById(detached.id).orElseThrow();
                    villagers.remove(villager);
                    villagers.merge(villager);
                }));
        assertThat(villagers.all()).hasSize(1);
    }

    /** Nothing tells it from a new one. */
    @Test
    void whatWasDeletedWithAnIdOfItsOwnIsMergedAsNew() {
        passes.insert(new Pass(1, "in"));
        tx.run(() -> {
            Pass pass = passes.whole(1).orElseThrow();
            passes.delete(pass);
            passes.merge(pass);
        });
        assertThat(passes.whole(1).orElseThrow().stamps).containsExactly("in");
    }

    @Test
    void aMergeThatDoesNotFindAnElementDoomsTheTransaction() {
        House house = houses.insert(new House());
        Room gone = rooms.insert(new Room(house, 1));
        rooms.delete(gone);
        Villager villager = villagers.insert(new Villager(1));
        villager.rooms.add(gone);
        assertThatExceptionOfType(TransactionDoomedException.class)
                .isThrownBy(() -> tx.run(() -> assertThatExceptionOfType(NoResultException.class)
                        .isThrownBy(() -> villagers.merge(villager))));
    }

    @Test
    void anotherCollectionInThePlaceOfOneIsAChangeOfAnEntityWithoutAVersion() {
        passes.insert(new Pass(1, "in"));
        Pass pass = tx.call(() -> {
            Pass found = passes.whole(1).orElseThrow();
            found.stamps = new LinkedHashSet<>(found.stamps);
            return found;
        });
        assertThat(pass.changes).isEqualTo(1);
        assertThat(passes.whole(1).orElseThrow().stamps).containsExactly("in");
    }

    /** Nobody knows any more what its collections held, so they mean what they hold. */
    @Test
    void whatWasRefusedAsNewIsMergedAsAWhole() {
        Pass pass = passes.insert(new Pass(1, "in"));
        passes.update(new Pass(1, "out"));
        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> passes.insert(pass));
        passes.update(pass);
        assertThat(passes.whole(1).orElseThrow().stamps).containsExactly("in");
    }

    @Test
    void whatIsAddedWithACollectionOfAnEarlierTransactionIsFound() {
        Pass pass = new Pass(1);
        pass.copies.add(new Pass(2));
        passes.insert(pass);
        Pass detached = passes.withCopies(1).orElseThrow();
        passes.deleteById(1);
        tx.run(() -> {
            passes.add(detached);
            assertThat(passes.findById(1)).containsSame(detached);
        });
        assertThat(passes.withCopies(1).orElseThrow().copies)
                .extracting(copy -> copy.id)
                .containsExactly(2);
    }

    /** Also where a reference was written with a detached instance. */
    @Test
    void aLongChainIsDeletedInTheOrderOfItsReferences() {
        List<House> chain = new ArrayList<>();
        while (chain.size() < 5_000) {
            List<House> some = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                House house = new House();
                house.next = i > 0 ? some.get(i - 1) : chain.isEmpty() ? null : chain.get(chain.size() - 1);
                some.add(house);
            }
            chain.addAll(houses.insertAll(some));
        }
        houses.deleteAll(chain);
        assertThat(houses.findAll()).isEmpty();
    }

    @Test
    void whatAStatementDeletesIsDeletedInTheOrderOfItsReferences() {
        House first = new House();
        first.name = "hut";
        houses.insert(first);
        House second = new House();
        second.name = "hut";
        second.next = first;
        tx.run(() -> {
            houses.insert(second);
            assertThat(houses.deleteNamed("hut")).isEqualTo(2);
        });
        assertThat(houses.findAll()).isEmpty();
    }

    @Test
    void twoThatReferToEachOtherAreDeletedTogether() {
        House one = houses.insert(new House());
        House two = houses.insert(new House());
        two.next = one;
        one.next = houses.update(two);
        houses.update(one);
        houses.deleteAll(houses.findAll().toList());
        assertThat(houses.findAll()).isEmpty();
    }
}
