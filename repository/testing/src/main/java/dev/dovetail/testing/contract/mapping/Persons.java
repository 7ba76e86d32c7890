package dev.dovetail.testing.contract.mapping;

import jakarta.data.repository.By;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Repository;
import java.util.List;
import java.util.Optional;

@Repository
interface Persons extends CrudRepository<Person, Long> {

    @Find
    @OrderBy("name")
    List<Person> sorted();

    @Find
    Optional<Person> named(@By("name") String name);

    @Delete
    long removeAll();
}
