package dev.dovetail.testing.contract.mapping;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** Its album is written by the album's collection; here it is only read. */
@Entity
class Sticker {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Version
    int version;

    @ManyToOne
    @JoinColumn(name = "album_id", insertable = false, updatable = false)
    @Nullable
    Album album;

    String text = "";

    Sticker() {}

    Sticker(String text) {
        this.text = text;
    }
}
