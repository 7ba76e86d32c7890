package dev.dovetail.orm.garden;

import jakarta.persistence.Embeddable;

/** A value of several columns in a collection. */
@Embeddable
public class Visit {

    private String visitor;
    private int minutes;

    protected Visit() {}

    public Visit(String visitor, int minutes) {
        this.visitor = visitor;
        this.minutes = minutes;
    }

    public String getVisitor() {
        return visitor;
    }

    public int getMinutes() {
        return minutes;
    }

    public void setMinutes(int minutes) {
        this.minutes = minutes;
    }
}
