package dev.dovetail.testing.contract.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Entity
class Worker extends Person {

    @Column(nullable = false)
    @Nullable
    Integer salary;

    @Column(unique = true)
    @Nullable
    String badge;

    @ManyToOne
    @Nullable
    Worker boss;

    @OneToMany(mappedBy = "boss")
    List<Worker> staff = new ArrayList<>();

    Worker() {}

    Worker(@Nullable String name, @Nullable Integer salary) {
        super(name);
        this.salary = salary;
    }

    @Nullable
    Integer getSalary() {
        return salary;
    }
}
