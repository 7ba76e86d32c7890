package dev.dovetail.testing.contract.mapping;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The id of a {@link Day}: a trip and a number. */
class DayId implements Serializable {

    private static final long serialVersionUID = 1L;

    @Nullable
    Long trip;

    int number;

    DayId() {}

    DayId(@Nullable Long trip, int number) {
        this.trip = trip;
        this.number = number;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DayId id && number == id.number && Objects.equals(trip, id.trip);
    }

    @Override
    public int hashCode() {
        return Objects.hash(trip, number);
    }

    @Override
    public String toString() {
        return "day " + number + " of " + trip;
    }
}
