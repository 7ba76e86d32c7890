package dev.dovetail.testing.contract.mapping;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A part of it is taken from a reference. */
@Embeddable
class SeatId implements Serializable {

    private static final long serialVersionUID = 1L;

    @Nullable
    Long trip;

    int number;

    SeatId() {}

    SeatId(@Nullable Long trip, int number) {
        this.trip = trip;
        this.number = number;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SeatId id && number == id.number && Objects.equals(trip, id.trip);
    }

    @Override
    public int hashCode() {
        return Objects.hash(trip, number);
    }
}
