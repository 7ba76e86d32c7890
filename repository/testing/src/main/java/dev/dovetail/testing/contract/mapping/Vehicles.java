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
interface Vehicles extends CrudRepository<Vehicle, Long> {

    @Find
    @OrderBy("plate")
    List<Vehicle> sorted();

    @Find
    Optional<Vehicle> with(@By("plate") String plate);

    @Delete
    long removeAll();
}
