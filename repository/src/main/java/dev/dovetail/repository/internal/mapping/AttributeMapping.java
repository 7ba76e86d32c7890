package dev.dovetail.repository.internal.mapping;

import jakarta.persistence.CascadeType;
import java.lang.reflect.Constructor;
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
     */
    record Basic(Accessor accessor, int slot, boolean nullable) implements AttributeMapping {}

    /**
     * A value with parts in columns of their own; null when all parts are.
     *
     * @param constructor makes an empty one
     * @param parts basic and embedded ones
     */
    record Embedded(Accessor accessor, Constructor<?> constructor, List<AttributeMapping> parts)
            implements AttributeMapping {}

    /**
     * Another entity, whose id is in a column of the row ("owning").
     *
     * @param slot the position of the column in a row
     */
    record ToOne(
            Accessor accessor,
            Class<?> target,
            int slot,
            boolean optional,
            Set<CascadeType> cascades,
            boolean removesOrphans)
            implements Association {}

    /**
     * The entity that points here through its attribute {@code mappedBy}.
     */
    record InverseToOne(
            Accessor accessor, Class<?> target, String mappedBy, Set<CascadeType> cascades, boolean removesOrphans)
            implements Association {}

    /**
     * The entities that point here through their attribute {@code mappedBy}.
     *
     * @param orderBy how the loaded elements are ordered, as in {@link jakarta.persistence.OrderBy}; null for any order
     */
    record InverseToMany(
            Accessor accessor,
            Class<?> target,
            String mappedBy,
            boolean set,
            @Nullable String orderBy,
            Set<CascadeType> cascades,
            boolean removesOrphans)
            implements ToMany {

        @Override
        public boolean inverse() {
            return true;
        }
    }

    /**
     * Entities linked by rows of a table of its own, which has the owner's id at position 0 and the element's at 1.
     *
     * @param table the name of that table
     * @param inverse whether the other side owns the links: then the positions are swapped, and changes here are not
     *     written
     */
    record LinkedToMany(
            Accessor accessor,
            Class<?> target,
            String table,
            boolean inverse,
            boolean set,
            @Nullable String orderBy,
            Set<CascadeType> cascades,
            boolean removesOrphans)
            implements ToMany {

        /** The position of this side's id in a link. */
        public int ownerSlot() {
            return inverse ? 1 : 0;
        }

        /** The position of the element's id in a link. */
        public int elementSlot() {
            return inverse ? 0 : 1;
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

    /** A collection of other entities. */
    sealed interface ToMany extends Association permits InverseToMany, LinkedToMany {
        /** Whether it is a set, or else a list. */
        boolean set();

        /** How loaded elements are ordered; null for any order. */
        @Nullable
        String orderBy();

        /** Whether the other side owns the relationship. */
        boolean inverse();
    }
}
