package dev.dovetail.testing.contract.mapping;

import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Repository;
import java.util.List;

@Repository
interface CashPayments extends CrudRepository<CashPayment, String> {

    @Find
    @OrderBy("amount")
    List<CashPayment> sorted();

    @Delete
    long removeAll();
}
