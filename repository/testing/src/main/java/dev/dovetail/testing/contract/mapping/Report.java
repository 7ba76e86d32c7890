package dev.dovetail.testing.contract.mapping;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import org.jspecify.annotations.Nullable;

/** Has the id of the trip that it is about. */
@Entity
class Report {

    @Id
    @Nullable
    Long id;

    @MapsId
    @OneToOne(fetch = FetchType.LAZY)
    @Nullable
    Trip trip;

    @Nullable
    String text;

    Report() {}

    Report(Trip trip, @Nullable String text) {
        this.trip = trip;
        this.text = text;
    }
}
