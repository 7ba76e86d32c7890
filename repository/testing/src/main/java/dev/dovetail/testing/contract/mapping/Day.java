package dev.dovetail.testing.contract.mapping;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** Its id is of two attributes, of which one is a reference. */
@Entity
@Table(name = "trip_days")
@IdClass(DayId.class)
class Day {

    @Id
    @ManyToOne
    @Nullable
    Trip trip;

    @Id
    int number;

    @Version
    int version;

    @Nullable
    String plan;

    Day() {}

    Day(Trip trip, int number, @Nullable String plan) {
        this.trip = trip;
        this.number = number;
        this.plan = plan;
    }

    @Nullable
    Trip getTrip() {
        return trip;
    }
}
