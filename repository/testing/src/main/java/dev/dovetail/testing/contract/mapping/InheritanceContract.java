package dev.dovetail.testing.contract.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.core.error.ChildExistsException;
import dev.dovetail.core.error.ConstraintViolationException;
import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.core.error.NullValueException;
import dev.dovetail.core.error.ValueTooLongException;
import dev.dovetail.repository.StaleEntityException;
import dev.dovetail.repository.TransientReferenceException;
import dev.dovetail.repository.UnloadedAssociationException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Entities that inherit from each other, in one table, in joined tables and in a table for each class. */
public interface InheritanceContract extends Mapped {

    private Vehicles vehicles() {
        return persistence().repository(Vehicles.class);
    }

    private Cars cars() {
        return persistence().repository(Cars.class);
    }

    private Trucks trucks() {
        return persistence().repository(Trucks.class);
    }

    private Garages garages() {
        return persistence().repository(Garages.class);
    }

    private Persons persons() {
        return persistence().repository(Persons.class);
    }

    private Workers workers() {
        return persistence().repository(Workers.class);
    }

    private Payments payments() {
        return persistence().repository(Payments.class);
    }

    private static Long id(Vehicle vehicle) {
        return Objects.requireNonNull(vehicle.id);
    }

    private void fleet() {
        vehicles().insertAll(List.of(new Car("c", 5), new Truck("b", 40), new Vehicle("a")));
    }

    private void company() {
        Manager ann = persistence().repository(Managers.class).insert(new Manager("Ann", 9, "chief"));
        Worker bob = new Worker("Bob", 5);
        bob.boss = ann;
        workers().insert(bob);
        persons().insert(new Client("Cid", 3));
    }

    @Test
    default void entitiesAreOfTheClassThatTheyWereWrittenAs() {
        fleet();
        assertThat(vehicles().sorted())
                .extracting(Object::getClass)
                .containsExactly(Vehicle.class, Truck.class, Car.class);
        assertThat(vehicles().with("b").orElseThrow())
                .isInstanceOfSatisfying(
                        Truck.class, truck -> assertThat(truck.tons).isEqualTo(40));
        company();
        assertThat(persons().sorted())
                .extracting(Object::getClass)
                .containsExactly(Manager.class, Worker.class, Client.class);
    }

    @Test
    default void theRepositoryOfASubclassSeesNothingElse() {
        fleet();
        assertThat(cars().sorted()).extracting(Vehicle::getPlate).containsExactly("c");
        assertThat(cars().with("b")).isEmpty();
        assertThat(cars().findById(id(vehicles().with("b").orElseThrow()))).isEmpty();
        assertThat(cars().withDoors(5)).hasSize(1);
        assertThat(trucks().sorted()).hasSize(1);
        tx().run(() -> {
            Vehicle truck = vehicles().with("b").orElseThrow();
            assertThat(cars().findById(id(truck))).isEmpty();
            assertThat(trucks().findById(id(truck)).orElseThrow()).isSameAs(truck);
        });
        assertThat(cars().removeAll()).isEqualTo(1);
        assertThat(vehicles().sorted()).hasSize(2);
        company();
        assertThat(persistence().repository(Clients.class).sorted()).hasSize(1);
        assertThat(workers().findAll()).hasSize(2);
        assertThat(persistence().repository(Managers.class).titled("chief")).hasSize(1);
    }

    @Test
    default void aStatementUpdatesWhatIsInSeveralTables() {
        company();
        assertThat(workers().pay(9, "Bob")).isEqualTo(1);
        assertThat(workers().under("Ann")).extracting(Worker::getSalary).containsExactly(9);
    }

    @Test
    default void changesAreWrittenThroughAnyOfTheClasses() {
        fleet();
        Vehicle detached = vehicles().with("c").orElseThrow();
        tx().run(() -> ((Car) vehicles().with("c").orElseThrow()).doors = 3);
        assertThat(cars().withDoors(3)).hasSize(1);
        ((Car) detached).doors = 4;
        vehicles().update(detached);
        assertThat(cars().withDoors(4)).hasSize(1);
        company();
        Person bob = persons().named("Bob").orElseThrow();
        tx().run(() -> workers().under("Ann").get(0).salary = 6);
        assertThat(workers().under("Ann")).extracting(Worker::getSalary).containsExactly(6);
        bob.name = "Bobby";
        assertThatExceptionOfType(StaleEntityException.class)
                .isThrownBy(() -> persons().update(bob));
        assertThat(persons().named("Bob").orElseThrow().version).isEqualTo(1);
    }

    @Test
    default void inOneTableASubclassKeepsItsRules() {
        fleet();
        assertThatExceptionOfType(ConstraintViolationException.class)
                .isThrownBy(() -> vehicles().insert(new Car("d", null)));
        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> vehicles().insert(new Truck("c", 1)));
        assertThat(vehicles().findAll()).hasSize(3);
    }

    @Test
    default void inJoinedTablesEachClassKeepsItsRules() {
        company();
        assertThatExceptionOfType(NullValueException.class)
                .isThrownBy(() -> persons().insert(new Worker("Dan", null)));
        assertThatExceptionOfType(NullValueException.class)
                .isThrownBy(() -> persons().insert(new Client(null, 1)));
        assertThatExceptionOfType(ValueTooLongException.class)
                .isThrownBy(() -> persons().insert(new Client("x".repeat(11), 1)));
        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> persons().insert(new Client("Bob", 1)));
        Worker eve = new Worker("Eve", 1);
        eve.badge = "7";
        workers().insert(eve);
        Manager fay = new Manager("Fay", 1, null);
        fay.badge = "7";
        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> workers().insert(fay));
        assertThat(persons().findAll()).hasSize(4);
    }

    @Test
    default void referencesOfSubclassesAreFollowed() {
        company();
        assertThat(workers().sorted()).extracting(Person::getName).containsExactly("Bob", "Ann");
        assertThat(workers().withStaff("Ann").orElseThrow().staff)
                .extracting(Person::getName)
                .containsExactly("Bob");
        Person ann = persons().named("Ann").orElseThrow();
        assertThatExceptionOfType(ChildExistsException.class)
                .isThrownBy(() -> persons().delete(ann));
        tx().run(() -> {
            Worker bob = workers().under("Ann").get(0);
            assertThatExceptionOfType(UnloadedAssociationException.class)
                    .isThrownBy(() -> Objects.requireNonNull(bob.boss).getSalary())
                    .withMessageStartingWith("Worker.boss is not loaded, in Worker with id " + bob.id);
            assertThatExceptionOfType(UnloadedAssociationException.class)
                    .isThrownBy(() -> bob.staff.size())
                    .withMessageStartingWith("Worker.staff is not loaded");
        });
        tx().run(() -> {
            Manager chief =
                    persistence().repository(Managers.class).titled("chief").get(0);
            assertThatExceptionOfType(UnloadedAssociationException.class)
                    .isThrownBy(() -> chief.staff.size())
                    .withMessageStartingWith("Manager.staff is not loaded, in Manager with id");
        });
    }

    @Test
    default void aCollectionHoldsWhatItsElementsAre() {
        Garage garage = garages().insert(new Garage().with(new Truck("b", 40)).with(new Car("a", 5)));
        Long id = Objects.requireNonNull(garage.id);
        assertThat(garages().withVehicles(id).orElseThrow().vehicles)
                .extracting(Object::getClass)
                .containsExactly(Car.class, Truck.class);
        tx().run(() -> garages().withVehicles(id).orElseThrow().vehicles.remove(0));
        assertThat(vehicles().sorted()).extracting(Vehicle::getPlate).containsExactly("b");
        Long truck = id(vehicles().with("b").orElseThrow());
        tx().run(() -> trucks().withGoods(truck).orElseThrow().goods.add("sand"));
        assertThat(trucks().withGoods(truck).orElseThrow().goods).containsExactly("sand");
        garages().deleteById(id);
        assertThat(vehicles().findAll()).isEmpty();
    }

    @Test
    default void aReferenceToASuperclassLeadsToWhatItIs() {
        fleet();
        company();
        Garage garage = new Garage();
        garage.favourite = vehicles().with("c").orElseThrow();
        garage.keeper = (Worker) persons().named("Ann").orElseThrow();
        Long id = Objects.requireNonNull(garages().insert(garage).id);
        assertThat(Objects.requireNonNull(garages().withFavourite(id).orElseThrow().favourite)
                        .getPlate())
                .isEqualTo("c");
        assertThat(garages().keptBy(9)).hasSize(1);
        tx().run(() -> {
            Garage found = garages().findById(id).orElseThrow();
            Vehicle favourite = Objects.requireNonNull(found.favourite);
            assertThatExceptionOfType(UnloadedAssociationException.class).isThrownBy(favourite::getPlate);
            Car car = cars().with("c").orElseThrow();
            assertThat(car.doors).isEqualTo(5);
            assertThat(favourite.getPlate()).isEqualTo("c");
            assertThat(vehicles().findById(id(car)).orElseThrow().getPlate()).isEqualTo("c");
        });
        tx().run(() -> {
            Car car = cars().with("c").orElseThrow();
            assertThat(garages().findById(id).orElseThrow().favourite).isSameAs(car);
        });
    }

    @Test
    default void whatRefersToItselfIsUpdatedOnceItHasAnId() {
        Worker ann = new Worker("Ann", 1);
        ann.boss = ann;
        workers().insert(ann);
        assertThat(ann.version).isEqualTo(1);
        tx().run(() -> {
            Worker found = workers().withStaff("Ann").orElseThrow();
            assertThat(found.boss).isSameAs(found);
            assertThat(found.staff).containsExactly(found);
        });
    }

    @Test
    default void whatIsAddedIsWrittenBeforeWhatIsInsertedAfterIt() {
        Worker bob = new Worker("Bob", 2);
        tx().run(() -> {
            bob.boss = workers().add(new Worker("Ann", 1));
            workers().insert(bob);
        });
        assertThat(bob.version).isZero();
        assertThat(workers().under("Ann")).hasSize(1);
    }

    @Test
    default void inATableForEachClassUniqueIsUniqueInEachOfThem() {
        payments().insert(new CashPayment("1", 10, "r"));
        payments().insert(new CardPayment("2", 20, "r", "visa"));
        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> payments().insert(new CashPayment("3", 30, "r")));
        assertThatExceptionOfType(NullValueException.class)
                .isThrownBy(() -> payments().insert(new CardPayment("4", 40, null, null)));
        assertThat(payments().sorted())
                .extracting(Object::getClass)
                .containsExactly(CashPayment.class, CardPayment.class);
        assertThat(payments().findById("2").orElseThrow()).isInstanceOf(CardPayment.class);
        assertThat(payments().of(10)).hasSize(1);
        assertThat(persistence().repository(CardPayments.class).from("visa")).hasSize(1);
        assertThat(persistence().repository(CashPayments.class).findById("2")).isEmpty();
        tx().run(() -> payments().findById("1").orElseThrow().amount = 11);
        assertThat(persistence().repository(CashPayments.class).sorted())
                .extracting(Payment::getAmount)
                .containsExactly(11);
        payments().deleteById("2");
        assertThat(payments().findAll()).hasSize(1);
    }

    @Test
    default void aReferenceToWhatIsNotSavedIsRefusedAlsoWhereItMayBeNull() {
        Garage garage = new Garage();
        garage.keeper = new Worker("Ann", 1);
        assertThatExceptionOfType(TransientReferenceException.class)
                .isThrownBy(() -> garages().insert(garage))
                .withMessageContaining("Garage.keeper");
        Long id = Objects.requireNonNull(garages().insert(new Garage()).id);
        assertThatExceptionOfType(TransientReferenceException.class)
                .isThrownBy(() -> tx().run(() -> garages().findById(id).orElseThrow().keeper = new Worker("Bob", 2)))
                .withMessageContaining("Garage.keeper");
        assertThat(garages().findAll()).extracting(each -> each.keeper).containsOnlyNulls();
    }
}
