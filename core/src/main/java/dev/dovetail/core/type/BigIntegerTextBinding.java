package dev.dovetail.core.type;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import org.jooq.Converter;

/** A whole number of any length, stored like {@link DecimalTextBinding}. Immutable. */
final class BigIntegerTextBinding extends SortableTextBinding<BigInteger> {

    private static final long serialVersionUID = 1L;

    BigIntegerTextBinding(Digits digits) {
        super(Converter.ofNullable(
                BigDecimal.class,
                BigInteger.class,
                read -> Objects.requireNonNull(digits.scaled(read)).toBigIntegerExact(),
                given -> digits.require(new BigDecimal(given))));
    }
}
