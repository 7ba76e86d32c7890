package dev.dovetail.orm.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The other end of a many-to-many. */
@Entity
@Table(name = "teams")
public class Team {

    @Id
    private Long id;

    private String name;

    protected Team() {}

    public Team(Long id, String name) {
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
