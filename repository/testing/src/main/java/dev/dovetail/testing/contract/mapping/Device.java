package dev.dovetail.testing.contract.mapping;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.PrePersist;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Has converted values, a time as version, and inherits attributes whose columns it names itself. */
@Entity
@AttributeOverride(name = "name", column = @Column(name = "label", length = 10))
@AssociationOverride(name = "maker", joinColumns = @JoinColumn(name = "made_by", nullable = false))
class Device extends Made {

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    @Nullable
    UUID id;

    @Version
    @Nullable
    Instant changed;

    @Convert(converter = ColourConverter.class)
    @Column(length = 9, unique = true)
    @Nullable
    Colour colour;

    @Nullable
    Money price;

    @ElementCollection
    Set<Money> discounts = new HashSet<>();

    Device() {}

    Device(@Nullable String name, @Nullable Maker maker) {
        this.name = name;
        this.maker = maker;
    }

    @PrePersist
    void beforeInsertOfDevice() {
        calls.add("own");
    }
}
