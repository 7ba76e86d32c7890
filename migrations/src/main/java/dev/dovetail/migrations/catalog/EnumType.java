package dev.dovetail.migrations.catalog;

import java.util.List;

/**
 * A type whose values are listed. Immutable.
 *
 * @param name its name
 * @param values in order
 */
public record EnumType(String name, List<String> values) {

    /** Keeps a copy of the values. */
    public EnumType {
        values = List.copyOf(values);
    }

    /** Whether the other one has all these values, in this order, and perhaps more. */
    public boolean growsInto(EnumType other) {
        int at = 0;
        for (String value : other.values) {
            if (at < values.size() && values.get(at).equals(value)) {
                at++;
            }
        }
        return at == values.size();
    }
}
