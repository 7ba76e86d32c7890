package dev.dovetail.examples.orders.service;

import dev.dovetail.examples.orders.model.User;
import dev.dovetail.repository.Load;
import jakarta.data.Limit;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Repository;
import java.util.List;
import java.util.Optional;

/** The users. */
@Repository
public interface Users extends CrudRepository<User, Long> {

    /** The user with an address. */
    @Find
    Optional<User> byEmail(String email);

    /** Users, their orders not loaded: one statement. */
    @Find
    @OrderBy("id")
    List<User> list(Limit limit);

    /** Users with their orders: two statements. */
    @Find
    @Load("orders")
    @OrderBy("id")
    List<User> listWithOrders(Limit limit);
}
