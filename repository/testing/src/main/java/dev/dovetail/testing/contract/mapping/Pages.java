package dev.dovetail.testing.contract.mapping;

import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Repository;
import java.util.List;

@Repository
interface Pages extends CrudRepository<Page, Long> {

    @Find
    @OrderBy("text")
    List<Page> sorted();

    void remove(Page page);

    @Delete
    long removeAll();
}
