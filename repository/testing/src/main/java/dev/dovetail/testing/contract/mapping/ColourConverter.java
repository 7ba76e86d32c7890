package dev.dovetail.testing.contract.mapping;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

@Converter
class ColourConverter implements AttributeConverter<@Nullable Colour, @Nullable String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Colour colour) {
        return colour == null
                ? null
                : String.format(Locale.ROOT, "%d-%d-%d", colour.red(), colour.green(), colour.blue());
    }

    @Override
    public @Nullable Colour convertToEntityAttribute(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String[] parts = text.split("-", -1);
        return new Colour(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }
}
