package dev.dovetail.orm.internal.query;

import java.util.ArrayList;
import java.util.List;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.metamodel.mapping.ForeignKeyDescriptor;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The table that links the two sides of an association, written by jOOQ so that loaded collections over it are refreshed. */
final class JoinTable {

    private final PluralAttributeMapping attribute;
    private final Table<Record> table;

    JoinTable(PluralAttributeMapping attribute) {
        this.attribute = attribute;
        this.table = DSL.table(name(attribute.getSeparateCollectionTable()));
    }

    void insert(WriteScope scope, Object owner, Object element) {
        List<Link> link = link(scope.open(), owner, element);
        scope.sql()
                .insertInto(table)
                .columns(link.stream().map(Link::column).toList())
                .values(link.stream().map(Link::value).toList())
                .execute();
    }

    void delete(WriteScope scope, Object owner, Object element) {
        Condition same = DSL.noCondition();
        for (Link part : link(scope.open(), owner, element)) {
            same = same.and(part.column().eq(part.value()));
        }
        scope.sql().deleteFrom(table).where(same).execute();
    }

    private List<Link> link(SessionImplementor session, Object owner, Object element) {
        List<Link> link = new ArrayList<>();
        ForeignKeyDescriptor key = attribute.getKeyDescriptor();
        Object id = key.getAssociationKeyFromSide(owner, key.getTargetSide(), session);
        add(key.getKeyPart(), id, session, link);
        add(attribute.getElementDescriptor(), element, session, link);
        return link;
    }

    private static void add(ModelPart part, Object value, SessionImplementor session, List<Link> link) {
        part.decompose(value, (index, column, selectable) -> link.add(Link.of(selectable, column)), session);
    }

    /** As Hibernate writes it: quoted where the mapping says so, and else as the engine folds it. */
    private static Name name(String written) {
        List<Name> parts = new ArrayList<>();
        for (String part : written.split("\\.")) {
            boolean quoted = part.length() > 1 && !Character.isLetterOrDigit(part.charAt(0)) && part.charAt(0) != '_';
            parts.add(quoted ? DSL.quotedName(part.substring(1, part.length() - 1)) : DSL.unquotedName(part));
        }
        return DSL.name(parts.toArray(Name[]::new));
    }

    private record Link(Field<Object> column, Field<Object> value) {
        @SuppressWarnings("unchecked") // both have the type of the value
        static Link of(SelectableMapping selectable, Object value) {
            return new Link(
                    (Field<Object>) DSL.field(name(selectable.getSelectionExpression()), value.getClass()),
                    (Field<Object>) (Field<?>) DSL.val(value));
        }
    }
}
