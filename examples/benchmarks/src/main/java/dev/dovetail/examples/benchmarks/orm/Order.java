package dev.dovetail.examples.benchmarks.orm;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An order of a customer. */
@Entity
@Table(name = "orders")
public class Order {

    @Id
    private long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Customer customer;

    private long total;
    private String note = "";

    /** For Hibernate. */
    protected Order() {}

    /** The id. */
    public long getId() {
        return id;
    }

    /** Whose it is. */
    public @Nullable Customer getCustomer() {
        return customer;
    }

    /** What it costs. */
    public long getTotal() {
        return total;
    }

    /** Its note. */
    public String getNote() {
        return note;
    }
}
