package dev.dovetail.examples.orders.service;

import dev.dovetail.examples.orders.model.Order;
import dev.dovetail.repository.Load;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.Repository;
import java.util.Optional;

/** The orders. */
@Repository
public interface Orders extends CrudRepository<Order, Long> {

    /** The order with a number. */
    @Find
    Optional<Order> byNumber(String number);

    /** The order with a number and its lines. */
    @Find
    @Load("lines")
    Optional<Order> withLines(String number);
}
