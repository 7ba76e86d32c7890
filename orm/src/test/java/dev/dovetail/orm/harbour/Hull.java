package dev.dovetail.orm.harbour;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.util.HashSet;
import java.util.Set;

/** An embedded value with associations. */
@Embeddable
public class Hull {

    private String material;

    @ManyToOne
    @JoinColumn(name = "yard_id")
    private Port yard;

    @ElementCollection
    @CollectionTable(name = "ship_planks", joinColumns = @JoinColumn(name = "ship_id"))
    @Column(name = "plank")
    private Set<String> planks = new HashSet<>();

    protected Hull() {}

    public Hull(String material, Port yard, String... planks) {
        this.material = material;
        this.yard = yard;
        this.planks.addAll(Set.of(planks));
    }

    public Port getYard() {
        return yard;
    }

    public Set<String> getPlanks() {
        return planks;
    }
}
