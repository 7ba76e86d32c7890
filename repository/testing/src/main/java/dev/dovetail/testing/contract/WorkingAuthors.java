package dev.dovetail.testing.contract;

import dev.dovetail.repository.Lock;
import dev.dovetail.repository.LockMode;
import jakarta.data.Sort;
import jakarta.data.repository.By;
import jakarta.data.repository.DataRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.util.List;
import java.util.Optional;

/** Authors, as a unit of work has them: what is done to them is written at its flush. */
@Repository
public interface WorkingAuthors extends DataRepository<Author, Long> {

    /** Exactly one. */
    Author get(Long id);

    /** Makes one managed. */
    Author add(Author author);

    /** Makes several managed. */
    void addAll(List<Author> authors);

    /** Copies the state of a detached one. */
    Author merge(Author author);

    /** Reads one again. */
    void refresh(Author author);

    /** Lets one go. */
    void detach(Author author);

    /** Deletes one. */
    void remove(Author author);

    /** Locks one. */
    @Find
    @Lock
    Optional<Author> locked(@By(By.ID) Long id);

    /** Locks one, or fails at once. */
    @Find
    @Lock(LockMode.NO_WAIT)
    Optional<Author> lockedAtOnce(@By(By.ID) Long id);

    /** Locks those that nobody else has locked. */
    @Query("where name <> ''")
    @OrderBy("id")
    @Lock(LockMode.SKIP_LOCKED)
    List<Author> notLocked();

    /** Locks and sorts. */
    @Find
    @Lock
    List<Author> lockedAndSorted(Sort<?>... sorts);
}
