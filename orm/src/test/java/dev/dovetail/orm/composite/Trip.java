package dev.dovetail.orm.composite;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** Refers to a composite id. */
@Entity
@Table(name = "trips")
public class Trip {

    @Id
    private Long id;

    @ManyToOne
    @JoinColumn(name = "site_country", referencedColumnName = "country")
    @JoinColumn(name = "site_number", referencedColumnName = "number")
    private Site site;

    protected Trip() {}

    public Trip(Long id, Site site) {
        this.id = id;
        this.site = site;
    }

    public Long getId() {
        return id;
    }

    public Site getSite() {
        return site;
    }
}
