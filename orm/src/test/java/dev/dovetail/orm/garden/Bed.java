package dev.dovetail.orm.garden;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** A part of a plot, with values of its own. */
@Entity
@Table(name = "beds")
public class Bed {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne
    @JoinColumn(name = "plot_id")
    private Plot plot;

    private String name;

    @ElementCollection
    @CollectionTable(name = "bed_seeds", joinColumns = @JoinColumn(name = "bed_id"))
    @Column(name = "seed")
    private List<String> seeds = new ArrayList<>();

    protected Bed() {}

    public Bed(Plot plot, String name, String... seeds) {
        this.plot = plot;
        this.name = name;
        this.seeds.addAll(List.of(seeds));
    }

    public Long getId() {
        return id;
    }

    public Plot getPlot() {
        return plot;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public List<String> getSeeds() {
        return seeds;
    }
}
