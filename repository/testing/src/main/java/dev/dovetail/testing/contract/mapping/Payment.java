package dev.dovetail.testing.contract.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import org.jspecify.annotations.Nullable;

/** The abstract top of a hierarchy with a table for each class. */
@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
abstract class Payment {

    @Id
    @Column(length = 10)
    @Nullable
    String id;

    int amount;

    @Column(unique = true, length = 10)
    @Nullable
    String receipt;

    Payment() {}

    Payment(String id, int amount, @Nullable String receipt) {
        this.id = id;
        this.amount = amount;
        this.receipt = receipt;
    }

    int getAmount() {
        return amount;
    }
}
