package dev.dovetail.orm.harbour;

import dev.dovetail.repository.Lazy;
import dev.dovetail.repository.LazyPolicy;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** A part of a ship, with references of every policy. */
@Entity
@Table(name = "cabins")
public class Cabin {

    @Id
    private Long id;

    @ManyToOne
    @JoinColumn(name = "ship_id")
    private Ship ship;

    @ManyToOne
    @Lazy(LazyPolicy.SELECT)
    @JoinColumn(name = "select_id")
    private Port select;

    @ManyToOne
    @JoinColumn(name = "warn_id")
    private Port warn;

    @ManyToOne
    @Lazy(LazyPolicy.RAISE_ON_SQL)
    @JoinColumn(name = "raise_id")
    private Port raise;

    protected Cabin() {}

    public Cabin(Long id, Ship ship, Port select, Port warn, Port raise) {
        this.id = id;
        this.ship = ship;
        this.select = select;
        this.warn = warn;
        this.raise = raise;
    }

    public Long getId() {
        return id;
    }

    public Ship getShip() {
        return ship;
    }

    public Port getSelect() {
        return select;
    }

    @Lazy(LazyPolicy.WARN)
    public Port getWarn() {
        return warn;
    }

    public Port getRaise() {
        return raise;
    }
}
