package dev.dovetail.orm.garden;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Owns parts of every kind. */
@Entity
@Table(name = "plots")
public class Plot {

    /** Called by lifecycle callbacks; each test sets its own. */
    public static volatile Consumer<String> callback = event -> {};

    /** Called when a plot was loaded; each test sets its own. */
    public static volatile Consumer<Plot> onLoad = plot -> {};

    @Id
    private Long id;

    private String name;

    @Version
    private int version;

    @OneToOne(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "label_id")
    private Label label;

    @Embedded
    private Soil soil;

    @ElementCollection
    @CollectionTable(name = "plot_visits", joinColumns = @JoinColumn(name = "plot_id"))
    private List<Visit> visits = new ArrayList<>();

    @OneToMany(mappedBy = "plot", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<Bed> beds = new ArrayList<>();

    protected Plot() {}

    public Plot(Long id, String name) {
        this.id = id;
        this.name = name;
    }

    @PreUpdate
    void updating() {
        callback.accept("updating " + name);
    }

    @PostLoad
    void loaded() {
        onLoad.accept(this);
    }

    @PostPersist
    void persisted() {
        callback.accept("persisted " + name);
    }

    public Long getId() {
        return id;
    }

    public int getVersion() {
        return version;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Label getLabel() {
        return label;
    }

    public void setLabel(Label label) {
        this.label = label;
    }

    public Soil getSoil() {
        return soil;
    }

    public void setSoil(Soil soil) {
        this.soil = soil;
    }

    public List<Visit> getVisits() {
        return visits;
    }

    public List<Bed> getBeds() {
        return beds;
    }

    public Bed bed(String bedName, String... seeds) {
        Bed bed = new Bed(this, bedName, seeds);
        beds.add(bed);
        return bed;
    }
}
