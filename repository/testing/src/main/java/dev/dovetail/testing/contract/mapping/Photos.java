package dev.dovetail.testing.contract.mapping;

import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Repository;

@Repository
interface Photos extends CrudRepository<Photo, Long> {

    @Delete
    long removeAll();
}
