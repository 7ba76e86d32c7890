package dev.dovetail.testing.contract;

import dev.dovetail.repository.Load;
import jakarta.data.repository.By;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Repository;
import java.util.List;
import java.util.Optional;

/** The tags. */
@Repository
public interface Tags extends CrudRepository<Tag, String> {

    /** With its books. */
    @Find
    @Load("books")
    Optional<Tag> withBooks(@By(By.ID) String name);

    /** In the order of their code points. */
    @Find
    @OrderBy("name")
    List<Tag> byName();

    /** Deletes all. */
    @Delete
    void removeAll();
}
