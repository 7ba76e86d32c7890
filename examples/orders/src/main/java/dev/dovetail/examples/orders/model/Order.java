package dev.dovetail.examples.orders.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a user ordered at one time. */
@Entity
@Table(name = "orders")
public class Order {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(length = 20, nullable = false, unique = true)
    private String number;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "user_id", nullable = false)
    private User user;

    @Column(name = "ship_to", length = 100, nullable = false)
    private String shipTo;

    @Column(name = "ordered_at", nullable = false)
    private Instant orderedAt;

    @Column(name = "total_cents", nullable = false)
    private long totalCents;

    @OneToMany(mappedBy = "order", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<OrderLine> lines = new ArrayList<>();

    /** For the persistence. */
    @SuppressWarnings("NullAway.Init")
    protected Order() {}

    /** An order without lines so far. */
    public Order(String number, User user, String shipTo, Instant orderedAt) {
        this.number = number;
        this.user = user;
        this.shipTo = shipTo;
        this.orderedAt = orderedAt;
    }

    /** Adds a line at today's price. */
    public void add(Product product, int quantity) {
        OrderLine line = new OrderLine(this, lines.size() + 1, product, quantity);
        lines.add(line);
        totalCents = Math.addExact(totalCents, line.getTotalCents());
    }

    /** The id, null until it was inserted. */
    public @Nullable Long getId() {
        return id;
    }

    /** The number that the customer sees, which no other order has. */
    public String getNumber() {
        return number;
    }

    /** Who ordered. */
    public User getUser() {
        return user;
    }

    /** Where it goes. */
    public String getShipTo() {
        return shipTo;
    }

    /** When it was placed. */
    public Instant getOrderedAt() {
        return orderedAt;
    }

    /** The sum of all lines. */
    public long getTotalCents() {
        return totalCents;
    }

    /** What was ordered. */
    public List<OrderLine> getLines() {
        return lines;
    }
}
