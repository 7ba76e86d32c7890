package dev.dovetail.testing.contract.mapping;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Its id is an embedded record. */
@Entity
class Site {

    @EmbeddedId
    @Nullable
    SiteId id;

    @Column(nullable = false, unique = true)
    @Nullable
    String name;

    @OneToMany(mappedBy = "site", cascade = CascadeType.ALL, orphanRemoval = true)
    List<Trip> trips = new ArrayList<>();

    @ManyToMany
    Set<Site> neighbours = new HashSet<>();

    Site() {}

    Site(String country, int number, @Nullable String name) {
        this.id = new SiteId(country, number);
        this.name = name;
    }

    /** Known also where nothing is loaded. */
    public @Nullable SiteId getId() {
        return id;
    }

    @Nullable
    String getName() {
        return name;
    }
}
