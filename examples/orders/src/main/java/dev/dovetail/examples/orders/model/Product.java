package dev.dovetail.examples.orders.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** Something that can be ordered. */
@Entity
@Table(name = "products")
public class Product {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(length = 20, nullable = false, unique = true)
    private String sku;

    @Column(length = 200, nullable = false)
    private String name;

    @Column(name = "price_cents", nullable = false)
    private long priceCents;

    @Column(nullable = false)
    private int stock;

    @Version
    @Column(nullable = false)
    private int version;

    /** For the persistence. */
    @SuppressWarnings("NullAway.Init")
    protected Product() {}

    /** A new product with so many pieces in stock. */
    public Product(String sku, String name, long priceCents, int stock) {
        this.sku = sku;
        this.name = name;
        this.priceCents = priceCents;
        this.stock = stock;
    }

    /** The id, null until it was inserted. */
    public @Nullable Long getId() {
        return id;
    }

    /** The stock keeping unit, which no other product has. */
    public String getSku() {
        return sku;
    }

    /** The name on the shelf. */
    public String getName() {
        return name;
    }

    /** The price of a piece today. */
    public long getPriceCents() {
        return priceCents;
    }

    /** How many pieces are left. */
    public int getStock() {
        return stock;
    }

    /**
     * Takes pieces from the stock.
     *
     * @throws OutOfStockException if there are fewer; none is taken then
     */
    public void take(int pieces) {
        if (pieces > stock) {
            throw new OutOfStockException(sku, pieces, stock);
        }
        stock -= pieces;
    }
}
