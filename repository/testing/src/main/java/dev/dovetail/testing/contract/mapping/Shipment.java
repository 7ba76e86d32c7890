package dev.dovetail.testing.contract.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** Refers to another entity in an embedded value. */
@Entity
class Shipment {
    @Id
    int id;

    @Version
    int version;

    @Nullable
    Route route;

    Shipment() {}

    Shipment(int id, @Nullable Route route) {
        this.id = id;
        this.route = route;
    }

    /** On which ship. */
    @Embeddable
    static class Route {
        @Column(name = "via")
        @Nullable
        String by;

        @ManyToOne
        @Nullable
        Ship ship;

        Route() {}

        Route(@Nullable String by, @Nullable Ship ship) {
            this.by = by;
            this.ship = ship;
        }
    }
}
