package dev.dovetail.orm.harbour;

import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/** A value in a collection that refers to an entity. */
@Embeddable
public class Mooring {

    private int days;

    @ManyToOne
    @JoinColumn(name = "port_id")
    private Port port;

    protected Mooring() {}

    public Mooring(int days, Port port) {
        this.days = days;
        this.port = port;
    }

    public int getDays() {
        return days;
    }

    public Port getPort() {
        return port;
    }
}
