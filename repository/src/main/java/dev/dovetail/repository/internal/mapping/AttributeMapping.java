package dev.dovetail.repository.internal.mapping;

import dev.dovetail.repository.internal.store.KeyColumns;
import jakarta.persistence.CascadeType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How one attribute of an entity or embeddable is kept. */
public sealed interface AttributeMapping {

    /** Reads and writes it. */
    Accessor accessor();

    /** Its name. */
    default String name() {
        return accessor().name();
    }

    /**
     * A single value in a column.
     *
     * @param slot the position of the column in a row
     * @param converter between the attribute and the column; null if they hold the same
     * @param written whether the column is written from here, or else from another attribute
     */
    record Basic(
            Accessor accessor,
            int slot,
            boolean nullable,
            @Nullable ColumnConverter converter,
            boolean written) implements AttributeMapping {

        /** What is in the column for a value of the attribute. */
        public @Nullable Object toColumn(@Nullable Object value) {
            return converter == null ? value : converter.toColumn(value);
        }

        /** The value of the attribute for what is in the column. */
        public @Nullable Object toAttribute(@Nullable Object value) {
            return converter == null ? value : converter.toAttribute(value);
        }
    }

    /** A value with parts in columns of their own; null when all parts are. */
    record Embedded(Accessor accessor, ValueClass value) implements AttributeMapping {

        /** Basic and embedded ones, and references. */
        public List<AttributeMapping> parts() {
            return value.parts();
        }
    }

    /**
     * Another entity, whose id is in columns of the row ("owning").
     *
     * @param columns the columns of the other's id
     * @param written whether the columns are written from here, or else from another attribute
     */
    record ToOne(
            Accessor accessor,
            Class<?> target,
            KeyColumns columns,
            boolean optional,
            Set<CascadeType> cascades,
            boolean removesOrphans,
            boolean written)
            implements Association {}

    /** The entity that points here through its attribute {@code mappedBy}. */
    record InverseToOne(
            Accessor accessor, Class<?> target, String mappedBy, Set<CascadeType> cascades, boolean removesOrphans)
            implements Association {}

    /** The entities that point here through their attribute {@code mappedBy}. */
    record InverseToMany(
            Accessor accessor,
            Class<?> target,
            String mappedBy,
            CollectionShape shape,
            Set<CascadeType> cascades,
            boolean removesOrphans)
            implements ToMany {

        @Override
        public boolean inverse() {
            return true;
        }
    }

    /**
     * The entities whose rows have this one's id in columns that no attribute of theirs writes.
     *
     * @param columns those columns, in the row of an element
     * @param nullable whether an element may be without an owner
     */
    record JoinedToMany(
            Accessor accessor,
            Class<?> target,
            KeyColumns columns,
            boolean nullable,
            CollectionShape shape,
            Set<CascadeType> cascades,
            boolean removesOrphans)
            implements ToMany {

        @Override
        public boolean inverse() {
            return false;
        }
    }

    /**
     * Entities linked by rows of a table of its own.
     *
     * @param table the name of that table
     * @param owner this side's id in a link
     * @param element the other side's
     * @param inverse whether the other side owns the links: then changes here are not written
     */
    record LinkedToMany(
            Accessor accessor,
            Class<?> target,
            String table,
            KeyColumns owner,
            KeyColumns element,
            boolean inverse,
            CollectionShape shape,
            Set<CascadeType> cascades,
            boolean removesOrphans)
            implements ToMany {}

    /**
     * Values in rows of a table of their own.
     *
     * @param table the name of that table
     * @param owner the id of the owner in its rows
     * @param element a basic or embedded value in its rows
     */
    record Elements(Accessor accessor, String table, KeyColumns owner, AttributeMapping element, CollectionShape shape)
            implements Plural {

        @Override
        public boolean inverse() {
            return false;
        }
    }

    /** An attribute that refers to other entities. */
    sealed interface Association extends AttributeMapping permits ToOne, InverseToOne, ToMany {
        /** The class of the other entities. */
        Class<?> target();

        /** What is done to them together with the owner. */
        Set<CascadeType> cascades();

        /** Whether one that is taken out is deleted. */
        boolean removesOrphans();

        /** Whether an operation goes on to them. */
        default boolean cascades(CascadeType operation) {
            return cascades().contains(CascadeType.ALL) || cascades().contains(operation);
        }
    }

    /** A collection or map, which can be unloaded. */
    sealed interface Plural extends AttributeMapping permits ToMany, Elements {
        /** Which kind of collection it is. */
        CollectionShape shape();

        /** Whether the other side owns the relationship. */
        boolean inverse();
    }

    /** A collection of other entities. */
    sealed interface ToMany extends Association, Plural permits InverseToMany, JoinedToMany, LinkedToMany {}
}
