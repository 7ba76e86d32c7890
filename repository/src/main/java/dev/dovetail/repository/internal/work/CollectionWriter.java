package dev.dovetail.repository.internal.work;

import dev.dovetail.repository.internal.mapping.AttributeMapping.Elements;
import dev.dovetail.repository.internal.mapping.AttributeMapping.InverseToMany;
import dev.dovetail.repository.internal.mapping.AttributeMapping.JoinedToMany;
import dev.dovetail.repository.internal.mapping.AttributeMapping.LinkedToMany;
import dev.dovetail.repository.internal.mapping.AttributeMapping.Plural;
import dev.dovetail.repository.internal.mapping.AttributeMapping.ToMany;
import dev.dovetail.repository.internal.mapping.CollectionShape;
import dev.dovetail.repository.internal.store.KeyColumns;
import dev.dovetail.repository.internal.store.Row;
import dev.dovetail.repository.internal.store.StoreTransaction;
import dev.dovetail.repository.internal.store.TableDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes what belongs to collections: their rows, and what stands of them in the rows of their elements. */
final class CollectionWriter {

    private final StoreTransaction transaction;
    private final Loader loader;
    private final CollectionContents contents;
    private final ElementRows elementRows;
    private final WrittenCollections written;

    CollectionWriter(
            StoreTransaction transaction,
            Loader loader,
            CollectionContents contents,
            ElementRows elementRows,
            WrittenCollections written) {
        this.transaction = transaction;
        this.loader = loader;
        this.contents = contents;
        this.elementRows = elementRows;
        this.written = written;
    }

    /** Whether the collections that an entity owns differ from what is written. */
    boolean areChanged(ManagedEntity entity) {
        for (Plural plural : entity.mapping().plurals()) {
            if (!plural.inverse() && isChanged(entity, plural)) {
                return true;
            }
        }
        return false;
    }

    /** Whether another collection stands in the place of one, of whichever side, whatever they hold. */
    boolean areReplaced(ManagedEntity entity) {
        for (Plural plural : entity.mapping().plurals()) {
            Object value = plural.accessor().get(entity.instance());
            Object holder = entity.holder(plural);
            if (value != holder && !(holder == null && value instanceof GuardedCollection)) {
                return true;
            }
        }
        return false;
    }

    private boolean isChanged(ManagedEntity entity, Plural plural) {
        Object value = plural.accessor().get(entity.instance());
        if (Contents.isUnloaded(value)) {
            return false;
        }
        List<?> written = entity.contents(plural);
        if (written == null) {
            // One that was replaced before it was loaded is written anew.
            return entity.row() != null || !Contents.elements(value).isEmpty();
        }
        // Another one in its place counts as a change, also if it holds the same.
        return entity.holder(plural) != value || !Signatures.same(written, contents.signatures(entity, plural));
    }

    /** Deletes what was taken out of the collections of an entity. */
    void writeRemovals(ManagedEntity entity) {
        for (Plural plural : entity.mapping().plurals()) {
            if (isLoaded(entity, plural)) {
                if (plural instanceof LinkedToMany || plural instanceof Elements) {
                    if (!plural.inverse()) {
                        difference(entity, plural, true);
                    }
                } else {
                    elementRows.release(entity, (ToMany) plural);
                }
            }
        }
    }

    /** Writes what was put into the collections of an entity. */
    void writeAdditions(ManagedEntity entity) {
        for (Plural plural : entity.mapping().plurals()) {
            if (isLoaded(entity, plural)) {
                if (plural instanceof LinkedToMany || plural instanceof Elements) {
                    if (!plural.inverse()) {
                        difference(entity, plural, false);
                    }
                } else {
                    elementRows.claim(entity, (ToMany) plural);
                }
            }
        }
    }

    /** Writes the positions and keys that a collection of the other side has: nobody asks whether they changed. */
    void writePlaces(ManagedEntity entity) {
        for (Plural plural : entity.mapping().plurals()) {
            if (plural instanceof InverseToMany inverse && inverse.shape().hasColumns() && isLoaded(entity, inverse)) {
                elementRows.claim(entity, inverse);
            }
        }
    }

    private static boolean isLoaded(ManagedEntity entity, Plural plural) {
        return !Contents.isUnloaded(plural.accessor().get(entity.instance()));
    }

    private void difference(ManagedEntity entity, Plural plural, boolean removals) {
        TableDefinition table = transaction.table(table(plural));
        int columns = table.columns().size();
        Set<Object> known = knownRows(entity, plural, table);
        Map<Object, List<Row>> existing = new HashMap<>();
        for (Row row : loader.rowsPointingTo(table, owner(plural), entity.id())) {
            List<?> signature = Signatures.of(row, columns);
            if (known == null || known.contains(place(plural, signature, table))) {
                existing.computeIfAbsent(signature, unused -> new ArrayList<>()).add(row);
            }
        }
        List<@Nullable Object[]> missing = new ArrayList<>();
        for (@Nullable Object[] values : contents.rows(entity, plural)) {
            List<Row> same = existing.get(Signatures.of(new Row("", values), columns));
            // Not remembered: the same element twice is a duplicate key, as it is in a database.
            if (same == null || same.isEmpty()) {
                missing.add(values);
            } else {
                same.remove(0);
            }
        }
        if (removals) {
            existing.values().forEach(rest -> rest.forEach(row -> transaction.delete(table, row)));
        } else {
            missing.forEach(values -> transaction.insert(table, new Row(id(table, values), values)));
        }
    }

    /**
     * The rows that are known to be there: others are neither deleted nor left out when they are written, as are elements
     * all of whose columns are null, which nobody sees. Null for all: a list without positions, and a collection that was
     * emptied, are deleted as a whole.
     */
    private static @Nullable Set<Object> knownRows(ManagedEntity entity, Plural plural, TableDefinition table) {
        Set<Object> merged = entity.merged(plural);
        List<?> written = entity.contents(plural);
        if (merged != null || written == null || plural.shape().kind() == CollectionShape.Kind.BAG) {
            return merged == null ? null : places(plural, merged, table);
        }
        boolean isEmptied = !written.isEmpty()
                && Contents.elements(plural.accessor().get(entity.instance())).isEmpty();
        return isEmptied ? null : places(plural, written, table);
    }

    private static Set<Object> places(Plural plural, Collection<?> signatures, TableDefinition table) {
        Set<Object> places = new HashSet<>();
        signatures.forEach(each -> places.add(place(plural, (List<?>) each, table)));
        return places;
    }

    /** What tells a row from the others: at a position or key there is one, whatever it holds; else all of it. */
    private static List<?> place(Plural plural, List<?> signature, TableDefinition table) {
        CollectionShape.Kind kind = plural.shape().kind();
        return kind == CollectionShape.Kind.LIST || kind == CollectionShape.Kind.MAP
                ? table.idSlots().stream().map(signature::get).toList()
                : signature;
    }

    private Object id(TableDefinition table, @Nullable Object[] values) {
        Object key = table.idSlots().isEmpty() ? null : new KeyColumns(table.idSlots()).of(values);
        return key == null ? transaction.nextNumber("rows of " + table.name()) : key;
    }

    /** Deletes all that belongs to the collections that an entity owns. */
    void delete(ManagedEntity entity) {
        for (Plural plural : entity.mapping().plurals()) {
            if (plural instanceof JoinedToMany joined) {
                elementRows.releaseAll(entity, joined);
            } else if (!plural.inverse()) {
                TableDefinition table = transaction.table(table(plural));
                for (Row row : loader.rowsPointingTo(table, owner(plural), entity.id())) {
                    transaction.delete(table, row);
                }
            }
        }
    }

    /** Remembers what is written now of the loaded collections of an entity. */
    void remember(ManagedEntity entity) {
        entity.forgetMerged();
        for (Plural plural : entity.mapping().plurals()) {
            if (isLoaded(entity, plural)) {
                Object value = plural.accessor().get(entity.instance());
                if (value != null) {
                    written.remember(value);
                }
                entity.elements(plural, value, plural instanceof ToMany ? Contents.elements(value) : List.of());
                if (!plural.inverse()) {
                    entity.contents(plural, contents.signatures(entity, plural));
                }
            }
        }
    }

    /** What a collection holds now is what is known of it: of what was written beside it nothing is taken away. */
    void known(ManagedEntity entity, Plural plural) {
        Object value = plural.accessor().get(entity.instance());
        if (value != null) {
            // Also if nothing is written, so that it is not remembered with the flush.
            written.remember(value);
        }
        if (plural instanceof ToMany) {
            entity.elements(plural, value, Contents.elements(value));
        }
        if (plural.inverse()) {
            return;
        }
        List<?> signatures = contents.signatures(entity, plural);
        entity.contents(plural, signatures);
        if (plural instanceof JoinedToMany joined) {
            entity.merged(plural, elementRows.ids(entity, joined));
        } else if (plural.shape().isSet()) {
            entity.merged(plural, new HashSet<>(signatures));
        }
    }

    private static String table(Plural plural) {
        return plural instanceof Elements elements ? elements.table() : ((LinkedToMany) plural).table();
    }

    private static KeyColumns owner(Plural plural) {
        return plural instanceof Elements elements ? elements.owner() : ((LinkedToMany) plural).owner();
    }
}
