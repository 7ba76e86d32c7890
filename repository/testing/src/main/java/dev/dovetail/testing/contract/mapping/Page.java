package dev.dovetail.testing.contract.mapping;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

@Entity
class Page {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Version
    int version;

    @ManyToOne
    @Nullable
    Album album;

    String text = "";

    Page() {}

    Page(String text) {
        this.text = text;
    }
}
