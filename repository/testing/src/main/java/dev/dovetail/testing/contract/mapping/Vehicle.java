package dev.dovetail.testing.contract.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** The top of a hierarchy in a single table. */
@Entity
class Vehicle {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(unique = true)
    @Nullable
    String plate;

    @ManyToOne
    @Nullable
    Garage garage;

    Vehicle() {}

    Vehicle(@Nullable String plate) {
        this.plate = plate;
    }

    @Nullable
    String getPlate() {
        return plate;
    }
}
