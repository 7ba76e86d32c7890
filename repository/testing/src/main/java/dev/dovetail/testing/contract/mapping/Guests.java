package dev.dovetail.testing.contract.mapping;

import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Repository;

@Repository
interface Guests extends CrudRepository<Guest, String> {

    @Delete
    long removeAll();
}
