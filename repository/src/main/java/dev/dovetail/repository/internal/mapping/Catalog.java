package dev.dovetail.repository.internal.mapping;

import dev.dovetail.repository.internal.store.TableDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is known of all entities while they are read. */
final class Catalog {

    private final EntityNames names;
    private final MappingFaults faults;
    private final IdColumns ids;
    private final Converters converters;
    private final Map<String, Columns> entityTables = new LinkedHashMap<>();
    private final Map<String, List<Integer>> collectionIds = new LinkedHashMap<>();
    private final Map<String, Place> collectionPlaces = new LinkedHashMap<>();
    private final Map<Class<?>, Place> places = new HashMap<>();

    Catalog(List<Class<?>> types, MappingFaults faults) {
        this.names = new EntityNames(
                types.stream().filter(type -> !Converters.isConverter(type)).toList());
        this.faults = faults;
        this.ids = new IdColumns(faults);
        this.converters = new Converters(types, faults);
    }

    EntityNames names() {
        return names;
    }

    MappingFaults faults() {
        return faults;
    }

    IdColumns ids() {
        return ids;
    }

    Converters converters() {
        return converters;
    }

    /** The columns of an entity's table, which it shares with the rest of its hierarchy. */
    Columns columns(Class<?> entity) {
        return entityTables.computeIfAbsent(names.store(entity), Columns::new);
    }

    /** Where the attributes that an entity declares go. */
    Place place(Class<?> entity) {
        Place known = places.get(entity);
        if (known != null) {
            return known;
        }
        boolean shared = EntityNames.parent(entity) != null
                && EntityNames.strategy(entity) == jakarta.persistence.InheritanceType.SINGLE_TABLE;
        Place place = new Place(columns(entity), names.table(entity), entity, shared, new Checks(entity, faults));
        places.put(entity, place);
        return place;
    }

    /** A new table for a collection; a fault if another attribute has it. */
    Place collection(Class<?> owner, Accessor accessor, String table) {
        Columns columns = new Columns(table);
        Place place = Place.of(columns, table, owner, faults);
        if (collectionPlaces.putIfAbsent(table, place) != null) {
            faults.add(
                    owner, accessor.name(), "the table '" + table + "' is used by another attribute", "name another");
        }
        return place;
    }

    /** Ends the reading of a collection's table: its rows are told apart by these columns, or not at all. */
    void finish(String table, List<Integer> idSlots) {
        collectionIds.putIfAbsent(table, idSlots);
    }

    /** The tables of all collections. */
    List<TableDefinition> collectionTables() {
        List<TableDefinition> tables = new ArrayList<>();
        collectionPlaces.forEach((name, place) -> tables.add(place.checks()
                .on(place.columns().table(collectionIds.getOrDefault(name, List.of())), name)));
        return tables;
    }
}
