package dev.dovetail.orm.differential;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Without a version; its shelves stand in no room when it goes. */
@Entity
@Table(name = "rooms")
public class Room {

    @Id
    private Long id;

    private String name;

    @ElementCollection
    @CollectionTable(name = "room_colors", joinColumns = @JoinColumn(name = "room_id"))
    @Column(name = "color")
    private Set<String> colors = new HashSet<>();

    @OneToMany(mappedBy = "room")
    private List<Shelf> shelves = new ArrayList<>();

    @OneToOne(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "plan_id")
    private Plan plan;

    protected Room() {}

    public Room(Long id, String name) {
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

    public Plan getPlan() {
        return plan;
    }

    public void setPlan(Plan plan) {
        this.plan = plan;
    }

    public Set<String> getColors() {
        return colors;
    }

    public List<Shelf> getShelves() {
        return shelves;
    }
}
