package dev.dovetail.testing.contract;

import dev.dovetail.repository.Lazy;
import dev.dovetail.repository.LazyPolicy;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A part of one book. */
@Entity
@Table(name = "chapters")
public class Chapter {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @Lazy(LazyPolicy.WARN)
    @JoinColumn(name = "book_id")
    private @Nullable Book book;

    @Column(name = "chapter_position")
    private int position;

    @Column(nullable = false, length = 60)
    private @Nullable String title;

    /** For the persistence. */
    protected Chapter() {}

    /** A chapter. */
    public Chapter(@Nullable Book book, int position, @Nullable String title) {
        this.book = book;
        this.position = position;
        this.title = title;
    }

    /** The id; null before it is inserted. */
    public @Nullable Long getId() {
        return id;
    }

    /** The book. */
    public @Nullable Book getBook() {
        return book;
    }

    /** Its place in the book. */
    public int getPosition() {
        return position;
    }

    /** The title. */
    public @Nullable String getTitle() {
        return title;
    }
}
