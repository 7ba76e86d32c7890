package dev.dovetail.testing.contract.mapping;

import jakarta.data.repository.By;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Find;
import jakarta.data.repository.Repository;
import java.util.List;

@Repository
interface Managers extends CrudRepository<Manager, Long> {

    @Find
    List<Manager> titled(@By("title") String title);

    @Delete
    long removeAll();
}
