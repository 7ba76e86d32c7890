package dev.dovetail.examples.benchmarks.orm;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** A customer with its orders. */
@Entity
@Table(name = "customers")
public class Customer {

    @Id
    private long id;

    private String email = "";
    private String name = "";
    private String city = "";

    @OneToMany(mappedBy = "customer")
    private List<Order> orders = new ArrayList<>();

    /** For Hibernate. */
    protected Customer() {}

    /** The id. */
    public long getId() {
        return id;
    }

    /** The address for mail. */
    public String getEmail() {
        return email;
    }

    /** The name. */
    public String getName() {
        return name;
    }

    /** The city. */
    public String getCity() {
        return city;
    }

    /** The orders. */
    public List<Order> getOrders() {
        return orders;
    }
}
