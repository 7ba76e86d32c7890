package dev.dovetail.repository.proxy;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

/** Entities for the tests of repository interfaces. */
final class Shop {

    private Shop() {}

    @Entity
    static class Buyer {
        @Id
        @GeneratedValue
        Long id;

        String email;
        int age;

        @Embedded
        Place place;

        @OneToMany(mappedBy = "buyer")
        List<Purchase> purchases = new ArrayList<>();
    }

    @Embeddable
    static class Place {
        String city;
    }

    @Entity
    static class Purchase {
        @Id
        Long id;

        @ManyToOne
        Buyer buyer;
    }

    @Entity
    static class Stranger {
        @Id
        Long id;
    }
}
