package dev.dovetail.orm.differential;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Belongs to one room and goes when that gets another one. */
@Entity
@Table(name = "plans")
public class Plan {

    @Id
    private Long id;

    private String name;

    protected Plan() {}

    public Plan(Long id, String name) {
        this.id = id;
        this.name = name;
    }

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }
}
