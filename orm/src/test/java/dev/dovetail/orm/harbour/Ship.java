package dev.dovetail.orm.harbour;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Has associations of every kind. */
@Entity
@Table(name = "ships")
public class Ship {

    @Id
    private Long id;

    private String name;

    @ManyToOne
    @JoinColumn(name = "home_id")
    private Port home;

    @OneToOne
    @JoinColumn(name = "captain_id")
    private Captain captain;

    @OneToOne(mappedBy = "ship", cascade = CascadeType.ALL, orphanRemoval = true)
    private Papers papers;

    @OneToMany(mappedBy = "ship", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<Cabin> cabins = new ArrayList<>();

    @ManyToMany
    @JoinTable(
            name = "ship_routes",
            joinColumns = @JoinColumn(name = "ship_id"),
            inverseJoinColumns = @JoinColumn(name = "port_id"))
    private Set<Port> routes = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "ship_flags", joinColumns = @JoinColumn(name = "ship_id"))
    @Column(name = "flag")
    private List<String> flags = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "ship_log", joinColumns = @JoinColumn(name = "ship_id"))
    @MapKeyColumn(name = "noted_on")
    @Column(name = "entry")
    private Map<String, String> log = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "ship_moorings", joinColumns = @JoinColumn(name = "ship_id"))
    private List<Mooring> moorings = new ArrayList<>();

    @Embedded
    private Hull hull;

    protected Ship() {}

    public Ship(Long id, String name) {
        this.id = id;
        this.name = name;
    }

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Port getHome() {
        return home;
    }

    public void setHome(Port home) {
        this.home = home;
    }

    public Captain getCaptain() {
        return captain;
    }

    public void setCaptain(Captain captain) {
        this.captain = captain;
    }

    public Papers getPapers() {
        return papers;
    }

    public void setPapers(Papers papers) {
        this.papers = papers;
    }

    public List<Cabin> getCabins() {
        return cabins;
    }

    public Set<Port> getRoutes() {
        return routes;
    }

    public List<String> getFlags() {
        return flags;
    }

    public Map<String, String> getLog() {
        return log;
    }

    public List<Mooring> getMoorings() {
        return moorings;
    }

    public Hull getHull() {
        return hull;
    }

    public void setHull(Hull hull) {
        this.hull = hull;
    }
}
