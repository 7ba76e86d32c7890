package dev.dovetail.repository.proxy;

import dev.dovetail.repository.spi.Restriction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which rows a method is about, given its arguments. */
interface Filter {

    /** All of them must hold. */
    List<Restriction> restrictions(Calls calls, @Nullable Object[] arguments);
}
