package dev.dovetail.migrations.catalog;

import dev.dovetail.core.engine.Engine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Everything in one schema of a database, but Dovetail's own tables ({@code dovetail_…}). Texts are as the engine's
 * catalog gives them, brought into one form: two schemas of the same engine are equal if, and only if, their models are.
 * Immutable.
 *
 * @param tables by name
 * @param sequences by name, without those that belong to an identity column
 * @param enums by name
 * @param others what else there is, by kind and name
 */
public record Schema(
        SortedMap<String, Table> tables,
        SortedMap<String, Sequence> sequences,
        SortedMap<String, EnumType> enums,
        List<OtherObject> others) {

    /** What the names of Dovetail's own tables begin with. */
    public static final String OWN_PREFIX = "dovetail_";

    /** Keeps copies, and others in order. */
    public Schema {
        tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
        sequences = Collections.unmodifiableSortedMap(new TreeMap<>(sequences));
        enums = Collections.unmodifiableSortedMap(new TreeMap<>(enums));
        others = others.stream().sorted().toList();
    }

    /** A schema with these things. */
    public static Schema of(
            Collection<Table> tables,
            Collection<Sequence> sequences,
            Collection<EnumType> enums,
            Collection<OtherObject> others) {
        return new Schema(
                byName(tables, Table::name),
                byName(sequences, Sequence::name),
                byName(enums, EnumType::name),
                List.copyOf(others));
    }

    /** One with nothing in it. */
    public static Schema empty() {
        return of(List.of(), List.of(), List.of(), List.of());
    }

    /**
     * Reads the current schema of a connection, in a handful of queries however many tables there are.
     *
     * @throws SQLException if the database does
     */
    public static Schema read(Connection connection, Engine engine) throws SQLException {
        return CatalogReader.of(engine).read(connection);
    }

    /** The table with this name, or null. */
    public @Nullable Table table(String name) {
        return tables.get(name);
    }

    /** The same without the tables that match. */
    public Schema withoutTables(Predicate<Table> unwanted) {
        return of(
                tables.values().stream().filter(unwanted.negate()).toList(),
                sequences.values(),
                enums.values(),
                others);
    }

    /** The same with columns in the order of their names: for a comparison to which their place does not matter. */
    public Schema withoutColumnOrder() {
        return of(
                tables.values().stream().map(Table::withoutColumnOrder).toList(),
                sequences.values(),
                enums.values(),
                others);
    }

    private static <T> SortedMap<String, T> byName(Collection<T> things, Function<T, String> name) {
        SortedMap<String, T> map = new TreeMap<>();
        things.forEach(thing -> map.put(name.apply(thing), thing));
        return map;
    }
}
