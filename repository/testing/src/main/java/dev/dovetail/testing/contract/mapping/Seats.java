package dev.dovetail.testing.contract.mapping;

import jakarta.data.repository.By;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Repository;
import java.util.List;

@Repository
interface Seats extends CrudRepository<Seat, SeatId> {

    @Find
    @OrderBy("id.number")
    List<Seat> of(Trip trip);

    @Find
    List<Seat> numbered(@By("id.number") int number);

    @Delete
    long removeAll();
}
