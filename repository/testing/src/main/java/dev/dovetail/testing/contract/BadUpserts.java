package dev.dovetail.testing.contract;

import dev.dovetail.repository.Upsert;
import jakarta.data.repository.Repository;
import java.util.List;

/** What cannot be upserted so. */
@Repository
interface BadUpserts {
    @Upsert
    Author ambiguous(Author author);

    @Upsert("id")
    Author generated(Author author);

    @Upsert({"title", "author"})
    Book noKey(Book book);

    @Upsert
    void two(Tag first, Tag second);

    @Upsert
    String result(Tag tag);

    @Upsert
    List<Tag> otherShape(Tag tag);

    @Upsert
    void noEntity(String text);
}
