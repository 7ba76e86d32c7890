package dev.dovetail.testing.contract;

import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Repository;

/** The biographies. */
@Repository
public interface Biographies extends CrudRepository<Biography, Long> {

    /** How many there are. */
    long count();

    /** Deletes all. */
    @Delete
    void removeAll();
}
