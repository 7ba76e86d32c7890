package dev.dovetail.testing.contract.mapping;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** Refers to an id of two columns. */
@Entity
class Trip {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @ManyToOne
    @Nullable
    Site site;

    int days;

    Trip() {}

    Trip(@Nullable Site site, int days) {
        this.site = site;
        this.days = days;
    }

    @Nullable
    Site getSite() {
        return site;
    }

    int getDays() {
        return days;
    }
}
