package dev.dovetail.repository.readme;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

/** The user of the README. */
@Entity
public class User {

    @Id
    @GeneratedValue
    private Long id;

    @Column(unique = true)
    private String email;

    private String name;

    @OneToMany(mappedBy = "user")
    private final List<Order> orders = new ArrayList<>();

    protected User() {}

    User(String email, String name) {
        this.email = email;
        this.name = name;
    }

    Long getId() {
        return id;
    }

    String getEmail() {
        return email;
    }

    String getName() {
        return name;
    }

    List<Order> getOrders() {
        return orders;
    }
}
