package dev.dovetail.examples.orders.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Pieces of one product in an order. */
@Entity
@Table(name = "order_lines")
public class OrderLine {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "order_id", nullable = false)
    private Order order;

    @Column(name = "line_number", nullable = false)
    private int lineNumber;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "product_id", nullable = false)
    private Product product;

    @Column(nullable = false)
    private int quantity;

    @Column(name = "unit_price_cents", nullable = false)
    private long unitPriceCents;

    @Column(length = 500)
    private @Nullable String note;

    /** For the persistence. */
    @SuppressWarnings("NullAway.Init")
    protected OrderLine() {}

    OrderLine(Order order, int lineNumber, Product product, int quantity) {
        this.order = order;
        this.lineNumber = lineNumber;
        this.product = product;
        this.quantity = quantity;
        this.unitPriceCents = product.getPriceCents();
    }

    /** The id, null until it was inserted. */
    public @Nullable Long getId() {
        return id;
    }

    /** The order that it belongs to. */
    public Order getOrder() {
        return order;
    }

    /** Its number in the order, the first being 1. */
    public int getLineNumber() {
        return lineNumber;
    }

    /** What was ordered. */
    public Product getProduct() {
        return product;
    }

    /** How many pieces. */
    public int getQuantity() {
        return quantity;
    }

    /** The price of a piece that was agreed. */
    public long getUnitPriceCents() {
        return unitPriceCents;
    }

    /** What the customer wrote, or null. */
    public @Nullable String getNote() {
        return note;
    }

    /** The price of all pieces. */
    public long getTotalCents() {
        return Math.multiplyExact(unitPriceCents, quantity);
    }
}
