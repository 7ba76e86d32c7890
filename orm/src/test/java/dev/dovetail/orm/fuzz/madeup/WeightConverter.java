package dev.dovetail.orm.fuzz.madeup;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Stores weights as numbers. */
@Converter
public class WeightConverter implements AttributeConverter<Weight, Integer> {

    @Override
    public @Nullable Integer convertToDatabaseColumn(@Nullable Weight weight) {
        return weight == null ? null : weight.grams();
    }

    @Override
    public @Nullable Weight convertToEntityAttribute(@Nullable Integer grams) {
        return grams == null ? null : new Weight(grams);
    }
}
