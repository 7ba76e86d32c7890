package dev.dovetail.examples.benchmarks.orm;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row without associations. */
@Entity
@Table(name = "items")
public class Item {

    @Id
    private long id;

    private String name = "";
    private long amount;
    private String note = "";

    /** For Hibernate. */
    protected Item() {}

    Item(long id, String name, long amount, String note) {
        this.id = id;
        this.name = name;
        this.amount = amount;
        this.note = note;
    }

    /** The id. */
    public long getId() {
        return id;
    }

    /** The name. */
    public String getName() {
        return name;
    }

    /** How many. */
    public long getAmount() {
        return amount;
    }

    /** Changes how many. */
    public void setAmount(long amount) {
        this.amount = amount;
    }

    /** Its note. */
    public String getNote() {
        return note;
    }
}
