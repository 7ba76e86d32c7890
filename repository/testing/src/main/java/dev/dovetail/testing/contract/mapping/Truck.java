package dev.dovetail.testing.contract.mapping;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@Entity
@DiscriminatorValue("T")
class Truck extends Vehicle {

    int tons;

    @ElementCollection
    Set<String> goods = new HashSet<>();

    Truck() {}

    Truck(@Nullable String plate, int tons) {
        super(plate);
        this.tons = tons;
    }
}
