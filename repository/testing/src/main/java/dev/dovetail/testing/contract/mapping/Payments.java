package dev.dovetail.testing.contract.mapping;

import jakarta.data.repository.By;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Repository;
import java.util.List;

@Repository
interface Payments extends CrudRepository<Payment, String> {

    @Find
    @OrderBy("amount")
    List<Payment> sorted();

    @Find
    List<Payment> of(@By("amount") int amount);

    @Delete
    long removeAll();
}
