package dev.dovetail.testing.contract.mapping;

import dev.dovetail.repository.Load;
import jakarta.data.repository.By;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.util.List;
import java.util.Optional;

@Repository
interface Workers extends CrudRepository<Worker, Long> {

    Worker add(Worker worker);

    @Find
    @OrderBy("salary")
    List<Worker> under(@By("boss.name") String name);

    @Find
    @OrderBy("boss.name")
    @OrderBy("name")
    List<Worker> sorted();

    @Find
    @Load("staff")
    Optional<Worker> withStaff(@By("name") String name);

    @Query("update Worker set salary = :salary where name = :name")
    long pay(Integer salary, String name);

    @Delete
    long removeAll();
}
