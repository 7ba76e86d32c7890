package dev.dovetail.repository.internal.mapping;

import dev.dovetail.repository.internal.store.Column;
import dev.dovetail.repository.internal.store.ForeignKey.OnDelete;
import dev.dovetail.repository.internal.store.KeyColumns;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the columns of attributes go.
 *
 * @param columns those of the table in the store
 * @param table the table in which a database keeps them
 * @param owner the class whose rows have them
 * @param shared whether rows of other classes stand beside them in a database, too
 * @param checks collects the checks on them
 */
record Place(Columns columns, String table, Class<?> owner, boolean shared, Checks checks) {

    /** A table that is no hierarchy's. */
    static Place of(Columns columns, String table, Class<?> owner, MappingFaults faults) {
        return new Place(columns, table, owner, false, new Checks(owner, faults));
    }

    /** In another table of the database, in which a row may be missing. */
    Place in(String other) {
        return new Place(columns, other, owner, false, checks);
    }

    /** Adds a column; -1 if another attribute writes it already. */
    int add(Column column) {
        return add(column, false);
    }

    /**
     * Adds a column; -1 if another attribute writes it already.
     *
     * @param required whether the database is told that it must not be null: in a table with rows of other classes it
     *     must not be null in those either
     */
    int add(Column column, boolean required) {
        return columns.add(column, table, owner, shared && required);
    }

    int readOnly(String column) {
        return columns.readOnly(column, table, owner);
    }

    int slot(String column) {
        return columns.slot(column, table);
    }

    void unique(@Nullable String constraint, List<Integer> slots) {
        columns.unique(constraint, slots, owner, true);
    }

    /** A unique key that the table has, and tables of other classes with the same columns have not. */
    void uniqueInTable(@Nullable String constraint, List<Integer> slots) {
        columns.unique(constraint, slots, owner, false);
    }

    void foreign(@Nullable String constraint, KeyColumns key, String target, boolean enforced, OnDelete onDelete) {
        columns.foreign(constraint, key, target, enforced, onDelete, owner);
    }
}
