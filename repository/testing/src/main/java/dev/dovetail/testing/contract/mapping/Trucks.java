package dev.dovetail.testing.contract.mapping;

import dev.dovetail.repository.Load;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Repository;
import java.util.List;
import java.util.Optional;

@Repository
interface Trucks extends CrudRepository<Truck, Long> {

    @Find
    @OrderBy(value = "tons", descending = true)
    List<Truck> sorted();

    @Find
    @Load("goods")
    Optional<Truck> withGoods(Long id);

    @Delete
    long removeAll();
}
