package dev.dovetail.testing.contract.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import org.jspecify.annotations.Nullable;

@Entity
class CardPayment extends Payment {

    @Column(nullable = false)
    @Nullable
    String card;

    CardPayment() {}

    CardPayment(String id, int amount, @Nullable String receipt, @Nullable String card) {
        super(id, amount, receipt);
        this.card = card;
    }
}
