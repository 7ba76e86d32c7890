package dev.dovetail.testing.contract.mapping;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

@Converter(autoApply = true)
class MoneyConverter implements AttributeConverter<@Nullable Money, @Nullable Long> {

    @Override
    public @Nullable Long convertToDatabaseColumn(@Nullable Money money) {
        return money == null ? null : money.cents();
    }

    @Override
    public @Nullable Money convertToEntityAttribute(@Nullable Long cents) {
        return cents == null ? null : new Money(cents);
    }
}
