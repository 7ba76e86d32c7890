package dev.dovetail.testing.contract.mapping;

import jakarta.persistence.Entity;
import org.jspecify.annotations.Nullable;

@Entity
class Client extends Person {

    int orders;

    Client() {}

    Client(@Nullable String name, int orders) {
        super(name);
        this.orders = orders;
    }
}
