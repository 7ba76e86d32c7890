package dev.dovetail.testing.contract.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has attributes in a second table, and references in tables of their own. */
@Entity
@SecondaryTable(name = "ship_papers")
class Ship {
    @Id
    int id;

    @Version
    int version;

    @Nullable
    String name;

    @Column(table = "ship_papers", length = 5, unique = true)
    @Nullable
    String flag;

    @Column(table = "ship_papers")
    @Nullable
    Integer tonnage;

    @ManyToOne
    @JoinColumn(table = "ship_papers", name = "harbour_id")
    @Nullable
    Ship harbour;

    @ManyToOne
    @JoinTable(
            name = "ship_tow",
            joinColumns = @JoinColumn(name = "towed"),
            inverseJoinColumns = @JoinColumn(name = "tug"))
    @Nullable
    Ship tug;

    @OneToOne
    @JoinTable(name = "ship_twin")
    @Nullable
    Ship twin;

    @OneToMany(mappedBy = "tug")
    List<Ship> towed = new ArrayList<>();

    Ship() {}

    Ship(int id, @Nullable String name) {
        this.id = id;
        this.name = name;
    }

    /** Points to nobody. */
    void letGo() {
        harbour = null;
        tug = null;
        twin = null;
    }

    @Nullable
    Ship getTug() {
        return tug;
    }

    @Nullable
    String getName() {
        return name;
    }
}
