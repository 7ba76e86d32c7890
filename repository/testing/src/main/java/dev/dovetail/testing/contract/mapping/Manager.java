package dev.dovetail.testing.contract.mapping;

import jakarta.persistence.Entity;
import org.jspecify.annotations.Nullable;

@Entity
class Manager extends Worker {

    @Nullable
    String title;

    Manager() {}

    Manager(@Nullable String name, @Nullable Integer salary, @Nullable String title) {
        super(name, salary);
        this.title = title;
    }
}
