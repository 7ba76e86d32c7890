package dev.dovetail.testing.contract.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Has collections of values of every kind. */
@Entity
class Recipe {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Version
    int version;

    @Nullable
    String name;

    @ElementCollection
    List<String> notes = new ArrayList<>();

    @ElementCollection
    @Column(name = "tag", length = 10)
    Set<String> tags = new HashSet<>();

    @ElementCollection
    @Enumerated(EnumType.STRING)
    Set<Taste> tastes = new HashSet<>();

    @ElementCollection
    @OrderColumn
    List<String> steps = new ArrayList<>();

    @ElementCollection
    @OrderBy("amount DESC, name")
    List<Ingredient> ingredients = new ArrayList<>();

    @ElementCollection
    @MapKeyColumn(name = "currency")
    @Column(name = "price", nullable = false)
    Map<String, Integer> prices = new HashMap<>();

    @ElementCollection
    Map<Taste, Ingredient> spices = new HashMap<>();

    @Transient
    int updates;

    Recipe() {}

    Recipe(@Nullable String name) {
        this.name = name;
    }

    @PreUpdate
    void countUpdates() {
        updates++;
    }
}
