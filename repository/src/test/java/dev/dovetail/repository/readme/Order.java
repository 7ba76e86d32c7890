package dev.dovetail.repository.readme;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** The order of the README. */
@Entity
@Table(name = "orders")
public class Order {

    @Id
    @GeneratedValue
    private Long id;

    @ManyToOne(optional = false)
    private User user;

    protected Order() {}

    Order(User user) {
        this.user = user;
    }

    Long getId() {
        return id;
    }

    User getUser() {
        return user;
    }
}
