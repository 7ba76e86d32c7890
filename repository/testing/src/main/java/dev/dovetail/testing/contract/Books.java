package dev.dovetail.testing.contract;

import dev.dovetail.repository.Load;
import jakarta.data.repository.By;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Repository;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The books. */
@Repository
public interface Books extends CrudRepository<Book, Long> {

    /** At most one. */
    @Find
    Optional<Book> byIsbn(String isbn);

    /** Those of an author, given by the entity. */
    @Find
    @OrderBy("id")
    List<Book> of(Author author);

    /** Those of an author, given by the id. */
    @Find
    @OrderBy("id")
    List<Book> ofAuthor(@By("author.id") Long id);

    /** Those of authors of a name. */
    @Find
    @OrderBy("title")
    List<Book> ofAuthorNamed(String author_name);

    /** By several conditions. */
    @Find
    @OrderBy("id")
    List<Book> matching(@Nullable Genre genre, @Nullable BigDecimal price, @Nullable LocalDate published, boolean sold);

    /** Without a number of pages, or with this one. */
    @Find
    @OrderBy("id")
    List<Book> withPages(@Nullable Integer pages);

    /** Sorted by the name of the genre. */
    @Find
    @OrderBy("genre")
    @OrderBy(value = "title", descending = true)
    List<Book> byGenre();

    /** With its author. */
    @Find
    @Load("author")
    Optional<Book> withAuthor(@By(By.ID) Long id);

    /** With its chapters. */
    @Find
    @Load("chapters")
    Optional<Book> withChapters(@By(By.ID) Long id);

    /** With its tags. */
    @Find
    @Load("tags")
    Optional<Book> withTags(@By(By.ID) Long id);

    /** All, each with its author. */
    @Find
    @Load("author")
    @OrderBy("id")
    List<Book> allWithAuthor();

    /** Deletes all of an author. */
    @Delete
    int removeOf(@By("author") Author author);

    /** Deletes all. */
    @Delete
    void removeAll();
}
