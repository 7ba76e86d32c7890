package dev.dovetail.orm.garden;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import java.util.HashSet;
import java.util.Set;

/** An embedded value that holds a collection. */
@Embeddable
public class Soil {

    private String kind;

    @ElementCollection
    @CollectionTable(name = "plot_minerals", joinColumns = @JoinColumn(name = "plot_id"))
    @Column(name = "mineral")
    private Set<String> minerals = new HashSet<>();

    protected Soil() {}

    public Soil(String kind, String... minerals) {
        this.kind = kind;
        this.minerals.addAll(Set.of(minerals));
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public Set<String> getMinerals() {
        return minerals;
    }
}
