package dev.dovetail.orm.harbour;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;

/** Commands one ship, whose row refers to the captain. */
@Entity
@Table(name = "captains")
public class Captain {

    @Id
    private Long id;

    private String name;

    @OneToOne(mappedBy = "captain")
    private Ship ship;

    protected Captain() {}

    public Captain(Long id, String name) {
        this.id = id;
        this.name = name;
    }

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public Ship getShip() {
        return ship;
    }

    public void setShip(Ship ship) {
        this.ship = ship;
    }
}
