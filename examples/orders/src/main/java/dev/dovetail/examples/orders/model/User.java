package dev.dovetail.examples.orders.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody who orders. */
@Entity
@Table(name = "users")
public class User {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(length = 254, nullable = false, unique = true)
    private String email;

    @Column(length = 100, nullable = false)
    private String name;

    @OneToMany(mappedBy = "user")
    private List<Order> orders = new ArrayList<>();

    /** For the persistence. */
    @SuppressWarnings("NullAway.Init")
    protected User() {}

    /** Somebody new. */
    public User(String email, String name) {
        this.email = email;
        this.name = name;
    }

    /** The id, null until it was inserted. */
    public @Nullable Long getId() {
        return id;
    }

    /** The e-mail address, which nobody else has. */
    public String getEmail() {
        return email;
    }

    /** The name, in the user's own script. */
    public String getName() {
        return name;
    }

    /** The orders, in no particular order. */
    public List<Order> getOrders() {
        return orders;
    }
}
