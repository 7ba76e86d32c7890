package dev.dovetail.testing.contract;

import dev.dovetail.repository.Load;
import dev.dovetail.repository.LoadStrategy;
import jakarta.data.Limit;
import jakarta.data.Order;
import jakarta.data.Sort;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import jakarta.data.repository.By;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Update;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The authors. */
@Repository
public interface Authors extends CrudRepository<Author, Long> {

    /** Exactly one. */
    @Find
    Author one(@By(By.ID) Long id);

    /** At most one. */
    @Find
    Optional<Author> byEmail(@Nullable String email);

    /** Exactly one by something that is not unique. */
    @Find
    Author named(String name);

    /** All of a name. */
    @Find
    @OrderBy("id")
    List<Author> allNamed(@By("name") String name);

    /** By a part of an embedded value. */
    @Find
    @OrderBy("id")
    List<Author> livingIn(@Nullable String address_city);

    /** By a whole embedded value. */
    @Find
    @OrderBy("id")
    List<Author> livingAt(@By("address") Address address);

    /** By an attribute of another entity. */
    @Find
    @OrderBy("id")
    List<Author> withBiography(@By("biography.text") @Nullable String text);

    /** Sorted by an attribute that may be null. */
    @Find
    @OrderBy("email")
    List<Author> byEmailAscending();

    /** Sorted the other way round. */
    @Find
    @OrderBy(value = "email", descending = true)
    List<Author> byEmailDescending();

    /** Sorted without regard to case. */
    @Find
    @OrderBy(value = "name", ignoreCase = true)
    @OrderBy("id")
    List<Author> byNameIgnoringCase();

    /** Sorted by an attribute of another entity, which may be missing. */
    @Find
    @OrderBy("biography.text")
    List<Author> byBiography();

    /** The first ones. */
    @Find
    @OrderBy("id")
    List<Author> list(Limit limit);

    /** The first ones, with their books. */
    @Find
    @Load("books")
    @OrderBy("id")
    List<Author> listWithBooks(Limit limit);

    /** The first ones, with their books, by a subquery. */
    @Find
    @Load(value = "books", strategy = LoadStrategy.SUBQUERY)
    @OrderBy("name")
    List<Author> listWithBooksBySubquery(Limit limit);

    /** The first ones, with their books one by one and their biographies joined. */
    @Find
    @Load(value = "books", strategy = LoadStrategy.IMMEDIATE)
    @Load(value = "biography", strategy = LoadStrategy.JOINED)
    @OrderBy("id")
    List<Author> listWithBooksAtOnce(Limit limit);

    /** One with books and their tags. */
    @Find
    @Load({"books.tags", "biography"})
    Author withEverything(@By("id") Long id);

    /** As the caller sorts them. */
    @Find
    List<Author> sorted(Sort<?>... sorts);

    /** Sorted by the caller after a criterion of its own. */
    @Find
    @OrderBy("name")
    Author[] sortedByNameAnd(Order<Author> order);

    /** A page of them. */
    @Find
    @OrderBy("id")
    Page<Author> page(PageRequest page);

    /** The content of a page. */
    @Find
    @OrderBy("id")
    Stream<Author> stream(PageRequest page);

    /** Inserts some. */
    @Insert
    Author[] add(Author... authors);

    /** Changes some. */
    @Update
    void change(List<Author> authors);

    /** Deletes all of a name. */
    @Delete
    long removeNamed(String name);

    /** Deletes all. */
    @Delete
    void removeAll();

    /** Whether there is one with this id. */
    boolean existsById(Long id);

    /** Whether there is one with this e-mail. */
    boolean existsByEmail(String email);

    /** How many there are. */
    long count();

    /** How many have this name. */
    int countByName(String name);

    /** Finds by e-mail, or inserts. */
    default Author register(String name, String email) {
        return byEmail(email).orElseGet(() -> insert(new Author(name, email)));
    }
}
