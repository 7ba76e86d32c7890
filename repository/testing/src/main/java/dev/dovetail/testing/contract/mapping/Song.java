package dev.dovetail.testing.contract.mapping;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** Does not know its album. */
@Entity
class Song {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    String title = "";

    Song() {}

    Song(String title) {
        this.title = title;
    }
}
