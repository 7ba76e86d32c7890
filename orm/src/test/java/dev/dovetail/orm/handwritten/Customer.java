package dev.dovetail.orm.handwritten;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** Has an e-mail address of his own. */
@Entity
public class Customer {
    @Id
    @GeneratedValue
    @Nullable
    Long id;

    @Column(nullable = false, unique = true)
    String email = "";

    String name = "";

    protected Customer() {}

    Customer(String email, String name) {
        this.email = email;
        this.name = name;
    }

    @Nullable
    Long getId() {
        return id;
    }

    String getEmail() {
        return email;
    }

    String getName() {
        return name;
    }
}
