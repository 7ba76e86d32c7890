package dev.dovetail.testing.contract.mapping;

import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Find;
import jakarta.data.repository.Repository;
import java.util.Optional;

@Repository
interface Reports extends CrudRepository<Report, Long> {

    @Find
    Optional<Report> about(Trip trip);

    @Delete
    long removeAll();
}
