package dev.dovetail.testing.contract.mapping;

import dev.dovetail.core.transaction.Transactor;
import dev.dovetail.repository.Persistence;
import java.util.List;

/** What the contract of mappings works with. */
public interface Mapped {

    /** The classes, entities and converters, that the persistence under test must be opened with. */
    List<Class<?>> ENTITIES = List.of(
            Site.class,
            Trip.class,
            Day.class,
            Seat.class,
            Report.class,
            Recipe.class,
            Vehicle.class,
            Car.class,
            Truck.class,
            Garage.class,
            Person.class,
            Worker.class,
            Manager.class,
            Client.class,
            Payment.class,
            CardPayment.class,
            CashPayment.class,
            Album.class,
            Photo.class,
            Page.class,
            Sticker.class,
            Song.class,
            Guest.class,
            MoneyConverter.class,
            Maker.class,
            Device.class,
            Moment.class,
            Ship.class,
            Shipment.class);

    /** The persistence under test; the same during a test. */
    Persistence persistence();

    /** The transactor. */
    default Transactor tx() {
        return persistence().transactor();
    }

    /** Leaves nothing of the test before. */
    default void emptyTheTables() {
        tx().run(() -> {
            persistence().repository(Reports.class).removeAll();
            persistence().repository(Seats.class).removeAll();
            persistence().repository(Days.class).removeAll();
            persistence().repository(Trips.class).removeAll();
            persistence().repository(Sites.class).removeAll();
            persistence().repository(Recipes.class).removeAll();
            persistence().repository(Garages.class).removeAll();
            persistence().repository(Vehicles.class).removeAll();
            persistence().repository(Workers.class).findAll().forEach(worker -> worker.boss = null);
            persistence().repository(Persons.class).removeAll();
            persistence().repository(Payments.class).removeAll();
            persistence().repository(Albums.class).removeAll();
            persistence().repository(Stickers.class).removeAll();
            persistence().repository(Guests.class).removeAll();
            Shipments shipments = persistence().repository(Shipments.class);
            shipments.deleteAll(shipments.findAll().toList());
            persistence().repository(Ships.class).findAll().forEach(Ship::letGo);
            persistence()
                    .repository(Ships.class)
                    .deleteAll(persistence().repository(Ships.class).findAll().toList());
            persistence().repository(Moments.class).removeAll();
            persistence().repository(Devices.class).removeAll();
            persistence().repository(Makers.class).removeAll();
        });
    }
}
