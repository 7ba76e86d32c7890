package dev.dovetail.testing.contract.mapping;

import jakarta.persistence.Entity;
import org.jspecify.annotations.Nullable;

@Entity
class CashPayment extends Payment {

    boolean exact;

    CashPayment() {}

    CashPayment(String id, int amount, @Nullable String receipt) {
        super(id, amount, receipt);
    }
}
