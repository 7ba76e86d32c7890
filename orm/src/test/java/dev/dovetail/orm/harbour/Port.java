package dev.dovetail.orm.harbour;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Where ships are at home. */
@Entity
@Table(name = "ports")
public class Port {

    @Id
    private Long id;

    private String name;

    protected Port() {}

    public Port(Long id, String name) {
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
