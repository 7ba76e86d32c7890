package dev.dovetail.orm.model;

import dev.dovetail.repository.Load;
import jakarta.data.Limit;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Repository;
import java.util.List;
import java.util.Optional;

@Repository
public interface Users extends CrudRepository<User, Long> {

    @Find
    Optional<User> byEmail(String email);

    @Find
    @OrderBy("id")
    List<User> list(Limit limit);

    @Find
    @Load("orders")
    @OrderBy("id")
    List<User> listWithOrders(Limit limit);

    @Find
    @OrderBy("name")
    Page<User> page(PageRequest request);
}
