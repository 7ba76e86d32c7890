package dev.dovetail.testing.contract.mapping;

import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Repository;

@Repository
interface Makers extends CrudRepository<Maker, Long> {

    @Delete
    long removeAll();
}
