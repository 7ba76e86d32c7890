package dev.dovetail.testing.contract;

import dev.dovetail.repository.Upsert;
import jakarta.data.repository.Repository;
import java.util.List;

/** Inserts, or updates what has the same key. */
@Repository
public interface Upserts {
    /** By a unique attribute that is named. */
    @Upsert("email")
    Author author(Author author);

    /** By the only unique attribute besides a generated id. */
    @Upsert
    Book book(Book book);

    /** Several by their id. */
    @Upsert
    List<Tag> tags(List<Tag> tags);

    /** Several, counted. */
    @Upsert("name")
    int count(Tag... tags);

    /** Several, without a result. */
    @Upsert("email")
    void authors(List<Author> authors);
}
