package dev.dovetail.testing.contract.mapping;

import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Repository;

@Repository
interface Songs extends CrudRepository<Song, Long> {

    @Delete
    long removeAll();
}
