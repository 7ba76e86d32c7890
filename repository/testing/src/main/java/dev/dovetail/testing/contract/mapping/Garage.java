package dev.dovetail.testing.contract.mapping;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds vehicles of every class, and refers to one of a certain class. */
@Entity
class Garage {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @OneToMany(mappedBy = "garage", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("plate")
    List<Vehicle> vehicles = new ArrayList<>();

    @ManyToOne
    @Nullable
    Vehicle favourite;

    @ManyToOne
    @Nullable
    Worker keeper;

    Garage with(Vehicle vehicle) {
        vehicle.garage = this;
        vehicles.add(vehicle);
        return this;
    }
}
