package dev.dovetail.core.type;

import dev.dovetail.core.engine.Engine;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.jooq.DataType;
import org.jspecify.annotations.Nullable;

/**
 * A type with values at its ends.
 *
 * @param declared what the column is declared as, per engine
 * @param order how its values sort in SQL, or null if they do not
 * @param comparable whether values can be compared with =
 */
record TypeCase<T>(
        String name,
        DataType<T> type,
        Map<Engine, String> declared,
        List<T> values,
        BiPredicate<T, T> same,
        @Nullable Comparator<T> order,
        boolean comparable) {

    static <T> TypeCase<T> of(String name, DataType<T> type, Map<Engine, String> declared, List<T> values) {
        return new TypeCase<>(name, type, declared, values, Objects::equals, null, true);
    }

    static <T extends Comparable<? super T>> TypeCase<T> sorted(
            String name, DataType<T> type, Map<Engine, String> declared, List<T> values) {
        return new TypeCase<>(
                name, type, declared, values, (a, b) -> a.compareTo(b) == 0, Comparator.naturalOrder(), true);
    }

    TypeCase<T> comparedBy(BiPredicate<T, T> equality) {
        return new TypeCase<>(name, type, declared, values, equality, null, false);
    }

    static Map<Engine, String> declared(String sqlite, String postgresql, String h2, String mariadb) {
        return Map.of(Engine.SQLITE, sqlite, Engine.POSTGRESQL, postgresql, Engine.H2, h2, Engine.MARIADB, mariadb);
    }

    static Map<Engine, String> declared(String everywhere) {
        return declared(everywhere, everywhere, everywhere, everywhere);
    }

    @Override
    public String toString() {
        return name;
    }
}
