package dev.dovetail.testing.contract;

import dev.dovetail.repository.Lazy;
import dev.dovetail.repository.LazyPolicy;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A word that books share; the word is the id. */
@Entity
@Table(name = "tags")
public class Tag {

    @Id
    @Column(length = 20)
    private @Nullable String name;

    @Column(length = 100)
    private @Nullable String description;

    @ManyToMany(mappedBy = "tags")
    @Lazy(LazyPolicy.SELECT)
    private Set<Book> books = new LinkedHashSet<>();

    /** For the persistence. */
    protected Tag() {}

    /** A tag. */
    public Tag(@Nullable String name, @Nullable String description) {
        this.name = name;
        this.description = description;
    }

    /** The word. */
    public @Nullable String getName() {
        return name;
    }

    /** What it means. */
    public @Nullable String getDescription() {
        return description;
    }

    /** Changes what it means. */
    public void setDescription(@Nullable String description) {
        this.description = description;
    }

    /** The books that have it. */
    public Set<Book> getBooks() {
        return books;
    }
}
