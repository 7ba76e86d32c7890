package dev.dovetail.core.type;

import dev.dovetail.core.error.ValueNotKeptException;
import java.util.Arrays;
import org.jooq.impl.AbstractConverter;
import org.jspecify.annotations.Nullable;

/** Constants of an enum by their names. */
final class EnumNameConverter<E extends Enum<E>> extends AbstractConverter<String, E> {

    private static final long serialVersionUID = 1L;

    EnumNameConverter(Class<E> type) {
        super(String.class, type);
    }

    @Override
    public @Nullable E from(@Nullable String name) {
        if (name == null) {
            return null;
        }
        for (E constant : toType().getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw new ValueNotKeptException(
                "a constant of " + toType().getName(),
                "'" + name + "'",
                "every engine",
                "the enum has " + Arrays.toString(toType().getEnumConstants()) + " only",
                "update the rows that still have the old name, in a migration, before the constant goes",
                null);
    }

    @Override
    public @Nullable String to(@Nullable E constant) {
        return constant == null ? null : constant.name();
    }
}
