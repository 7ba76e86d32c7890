package dev.dovetail.testing.contract;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Has an author, chapters that belong to it alone, and tags that it shares with others. */
@Entity
@Table(name = "books", uniqueConstraints = @UniqueConstraint(name = "uq_books_isbn", columnNames = "isbn"))
public class Book {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    @Column(length = 20)
    private @Nullable String isbn;

    @Column(nullable = false, length = 60)
    private @Nullable String title;

    @Column(name = "page_count")
    private @Nullable Integer pages;

    @Column(precision = 12, scale = 2)
    private @Nullable BigDecimal price;

    private @Nullable LocalDate published;

    @Enumerated(EnumType.STRING)
    @Column(length = 10)
    private @Nullable Genre genre;

    private boolean sold;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @JoinColumn(name = "author_id")
    private @Nullable Author author;

    @OneToMany(mappedBy = "book", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<Chapter> chapters = new ArrayList<>();

    @ManyToMany
    @JoinTable(
            name = "book_tags",
            joinColumns = @JoinColumn(name = "book_id"),
            inverseJoinColumns = @JoinColumn(name = "tag_name"))
    private Set<Tag> tags = new LinkedHashSet<>();

    /** For the persistence. */
    protected Book() {}

    /** A book with nothing but what it needs. */
    public Book(@Nullable String title, @Nullable Author author) {
        this.title = title;
        this.author = author;
    }

    /** Adds a chapter at the end. */
    public Book chapter(String chapterTitle) {
        chapters.add(new Chapter(this, chapters.size() + 1, chapterTitle));
        return this;
    }

    /** The id; null before it is inserted. */
    public @Nullable Long getId() {
        return id;
    }

    /** Counts the changes. */
    public long getVersion() {
        return version;
    }

    /** The number of the book trade, unique. */
    public @Nullable String getIsbn() {
        return isbn;
    }

    /** Changes the number. */
    public void setIsbn(@Nullable String isbn) {
        this.isbn = isbn;
    }

    /** The title. */
    public @Nullable String getTitle() {
        return title;
    }

    /** Changes the title. */
    public void setTitle(@Nullable String title) {
        this.title = title;
    }

    /** How many pages. */
    public @Nullable Integer getPages() {
        return pages;
    }

    /** Changes the number of pages. */
    public void setPages(@Nullable Integer pages) {
        this.pages = pages;
    }

    /** The price. */
    public @Nullable BigDecimal getPrice() {
        return price;
    }

    /** Changes the price. */
    public void setPrice(@Nullable BigDecimal price) {
        this.price = price;
    }

    /** When it was published. */
    public @Nullable LocalDate getPublished() {
        return published;
    }

    /** Changes when it was published. */
    public void setPublished(@Nullable LocalDate published) {
        this.published = published;
    }

    /** What kind of book. */
    public @Nullable Genre getGenre() {
        return genre;
    }

    /** Changes the kind. */
    public void setGenre(@Nullable Genre genre) {
        this.genre = genre;
    }

    /** Whether it is sold. */
    public boolean isSold() {
        return sold;
    }

    /** Changes whether it is sold. */
    public void setSold(boolean sold) {
        this.sold = sold;
    }

    /** The author. */
    public @Nullable Author getAuthor() {
        return author;
    }

    /** Changes the author. */
    public void setAuthor(@Nullable Author author) {
        this.author = author;
    }

    /** The chapters, by their position. */
    public List<Chapter> getChapters() {
        return chapters;
    }

    /** The tags. */
    public Set<Tag> getTags() {
        return tags;
    }
}
