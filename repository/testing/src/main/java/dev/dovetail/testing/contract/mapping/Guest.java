package dev.dovetail.testing.contract.mapping;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class Guest {

    @Id
    String name = "";

    Guest() {}

    Guest(String name) {
        this.name = name;
    }

    String getName() {
        return name;
    }
}
