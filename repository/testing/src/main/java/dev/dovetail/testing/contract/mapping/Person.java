package dev.dovetail.testing.contract.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** The abstract top of a hierarchy in joined tables. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
abstract class Person {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Version
    int version;

    @Column(nullable = false, unique = true, length = 10)
    @Nullable
    String name;

    Person() {}

    Person(@Nullable String name) {
        this.name = name;
    }

    @Nullable
    String getName() {
        return name;
    }
}
