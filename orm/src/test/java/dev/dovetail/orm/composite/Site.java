package dev.dovetail.orm.composite;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** An entity with a composite id. */
@Entity
@Table(name = "sites")
public class Site {

    @EmbeddedId
    private SiteId id;

    private String name;

    @OneToMany(mappedBy = "site")
    private List<Trip> trips = new ArrayList<>();

    protected Site() {}

    public Site(SiteId id, String name) {
        this.id = id;
        this.name = name;
    }

    public SiteId getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public List<Trip> getTrips() {
        return trips;
    }
}
