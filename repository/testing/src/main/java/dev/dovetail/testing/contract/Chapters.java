package dev.dovetail.testing.contract;

import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Repository;
import java.util.List;

/** The chapters. */
@Repository
public interface Chapters extends CrudRepository<Chapter, Long> {

    /** All, in order. */
    @Find
    @OrderBy("position")
    List<Chapter> byPosition();

    /** How many there are. */
    long count();

    /** Deletes all. */
    @Delete
    void removeAll();
}
