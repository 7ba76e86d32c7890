package dev.dovetail.testing.contract;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Belongs to one author, and goes with them. */
@Entity
@Table(name = "biographies")
public class Biography {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "content", length = 200)
    private @Nullable String text;

    @OneToOne(mappedBy = "biography")
    private @Nullable Author author;

    /** For the persistence. */
    protected Biography() {}

    /** A biography. */
    public Biography(@Nullable String text) {
        this.text = text;
    }

    /** The id; null before it is inserted. */
    public @Nullable Long getId() {
        return id;
    }

    /** Whose it is; known when it was loaded. */
    public @Nullable Author getAuthor() {
        return author;
    }

    /** The text. */
    public @Nullable String getText() {
        return text;
    }
}
