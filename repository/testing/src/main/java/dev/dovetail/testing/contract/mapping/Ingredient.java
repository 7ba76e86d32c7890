package dev.dovetail.testing.contract.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Embeddable
class Ingredient {

    @Column(nullable = false, length = 20)
    @Nullable
    String name;

    @Nullable
    Integer amount;

    Ingredient() {}

    Ingredient(@Nullable String name, @Nullable Integer amount) {
        this.name = name;
        this.amount = amount;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Ingredient ingredient
                && Objects.equals(name, ingredient.name)
                && Objects.equals(amount, ingredient.amount);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, amount);
    }

    @Override
    public String toString() {
        return amount + " " + name;
    }
}
