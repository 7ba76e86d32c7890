package dev.dovetail.testing.contract.mapping;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import org.jspecify.annotations.Nullable;

/** Takes a part of its id from a reference. */
@Entity
class Seat {

    @EmbeddedId
    SeatId id = new SeatId();

    @MapsId("trip")
    @ManyToOne
    @Nullable
    Trip trip;

    @Nullable
    String guest;

    Seat() {}

    Seat(Trip trip, int number, @Nullable String guest) {
        this.id = new SeatId(null, number);
        this.trip = trip;
        this.guest = guest;
    }
}
