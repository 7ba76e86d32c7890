package dev.dovetail.testing.contract.mapping;

import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import org.jspecify.annotations.Nullable;

@Entity
class Car extends Vehicle {

    @Basic(optional = false)
    @Nullable
    Integer doors;

    Car() {}

    Car(@Nullable String plate, @Nullable Integer doors) {
        super(plate);
        this.doors = doors;
    }
}
