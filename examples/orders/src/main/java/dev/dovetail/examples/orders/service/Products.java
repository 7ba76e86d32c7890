package dev.dovetail.examples.orders.service;

import dev.dovetail.examples.orders.model.Product;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.Repository;
import java.util.Optional;

/** The products. */
@Repository
public interface Products extends CrudRepository<Product, Long> {

    /** The product with a stock keeping unit. */
    @Find
    Optional<Product> bySku(String sku);
}
