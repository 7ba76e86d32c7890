package dev.dovetail.testing.contract;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has books, at most one biography, and an address. */
@Entity
@Table(name = "authors")
public class Author {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private int version;

    @Column(nullable = false, length = 40)
    private @Nullable String name;

    @Column(length = 80, unique = true)
    private @Nullable String email;

    @Embedded
    private @Nullable Address address;

    @OneToOne(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "biography_id")
    private @Nullable Biography biography;

    @OneToMany(mappedBy = "author")
    private List<Book> books = new ArrayList<>();

    /** For the persistence. */
    protected Author() {}

    /** An author without e-mail. */
    public Author(@Nullable String name) {
        this(name, null);
    }

    /** An author. */
    public Author(@Nullable String name, @Nullable String email) {
        this.name = name;
        this.email = email;
    }

    /** The id; null before it is inserted. */
    public @Nullable Long getId() {
        return id;
    }

    /** Counts the changes. */
    public int getVersion() {
        return version;
    }

    /** The name. */
    public @Nullable String getName() {
        return name;
    }

    /** Changes the name. */
    public void setName(@Nullable String name) {
        this.name = name;
    }

    /** The e-mail address. */
    public @Nullable String getEmail() {
        return email;
    }

    /** Changes the e-mail address. */
    public void setEmail(@Nullable String email) {
        this.email = email;
    }

    /** The address. */
    public @Nullable Address getAddress() {
        return address;
    }

    /** Changes the address. */
    public void setAddress(@Nullable Address address) {
        this.address = address;
    }

    /** The biography. */
    public @Nullable Biography getBiography() {
        return biography;
    }

    /** Changes the biography; the old one is an orphan. */
    public void setBiography(@Nullable Biography biography) {
        this.biography = biography;
    }

    /** The books. */
    public List<Book> getBooks() {
        return books;
    }
}
