package dev.dovetail.orm.internal.query;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.orm.error.OrmError;
import dev.dovetail.orm.error.WorkException;
import dev.dovetail.orm.query.QueryCollection;
import java.util.Collection;
import java.util.List;
import org.hibernate.collection.spi.PersistentBag;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.metamodel.CollectionClassification;
import org.hibernate.metamodel.mapping.EntityValuedModelPart;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** A collection of a managed owner as a query. */
public final class SessionCollection<E> extends SessionSelection<E> implements QueryCollection<E> {

    private final WriteScope scope;
    private final Object owner;
    private final PluralAttributeMapping attribute;

    private SessionCollection(
            WriteScope scope, SelectionSource<E> elements, Object owner, PluralAttributeMapping attribute) {
        super(scope, elements, Window.ALL);
        this.scope = scope;
        this.owner = owner;
        this.attribute = attribute;
    }

    /**
     * Of an owner.
     *
     * @throws WorkException if the owner is not managed, or the attribute is no collection of entities
     */
    public static <E> QueryCollection<E> of(WriteScope scope, Object owner, String attribute) {
        SessionImplementor session = scope.open();
        if (!session.contains(owner) || session.getContextEntityIdentifier(owner) == null) {
            throw refused(
                    owner.getClass().getSimpleName() + "." + attribute
                            + " cannot be a query: its owner is not managed.",
                    "the owner is detached, or new and not written yet",
                    "get the owner by its id in this unit of work, or flush first");
        }
        EntityPersister persister = session.getEntityPersister(null, owner);
        ModelPart part = persister.findAttributeMapping(attribute);
        if (!(part instanceof PluralAttributeMapping plural)
                || !(plural.getElementDescriptor() instanceof EntityValuedModelPart element)) {
            throw refused(
                    persister.getMappedClass().getSimpleName() + "." + attribute + " is no collection of entities.",
                    "it holds values, or is no collection",
                    "select values: uow.select(Owner.class).where(…).as(Value.class, Column.each(…))");
        }
        CollectionPersister collection = plural.getCollectionDescriptor();
        String mappedBy = collection.isInverse() && collection.isOneToMany() ? collection.getMappedByProperty() : null;
        @SuppressWarnings("unchecked") // the caller named the type of its elements by the attribute
        Class<E> type = (Class<E>) element.getEntityMappingType().getJavaType().getJavaTypeClass();
        Membership membership = new Membership(
                owner,
                persister.getMappedClass(),
                attribute,
                mappedBy == null || mappedBy.contains(".") ? "" : mappedBy);
        return new SessionCollection<>(
                scope,
                new SelectionSource<>(type, scope.loader(), membership, List.of(), List.of(), List.of(), null),
                owner,
                plural);
    }

    @Override
    public void add(E element) {
        requireWritable("add");
        boolean isNew = becomesManaged(element);
        if (refersBack()) {
            back(element, owner);
            PersistentCollection<?> loaded = held();
            if (loaded != null && (loaded.wasInitialized() || loaded instanceof PersistentBag)) {
                addTo(loaded, element);
            }
            return;
        }
        JoinTable table = joinTable("add");
        if (isNew) {
            scope.flush();
        }
        boolean once = attribute.getMappedType().getCollectionSemantics().getCollectionClassification()
                != CollectionClassification.BAG;
        if (!once || !contains(element)) {
            table.insert(scope, owner, element);
        }
    }

    @Override
    public void remove(E element) {
        requireWritable("remove");
        if (!refersBack()) {
            joinTable("remove").delete(scope, owner, element);
            return;
        }
        if (!scope.open().contains(element)) {
            throw detached(element);
        }
        EntityPersister persister = scope.open().getEntityPersister(null, element);
        if (persister.getPropertyValue(element, mappedBy()) != owner) {
            return;
        }
        PersistentCollection<?> loaded = held();
        if (loaded != null && loaded.wasInitialized()) {
            ((Collection<?>) loaded).remove(element);
        }
        if (attribute.getCollectionDescriptor().hasOrphanDelete()) {
            scope.delete(element);
        } else {
            back(element, null);
        }
    }

    @Override
    public boolean contains(E element) {
        Object id = scope.open().getEntityPersister(null, element).getIdentifier(element, scope.open());
        return id != null && where(new IdRestriction<>(source().type(), id)).exists();
    }

    private void requireWritable(String what) {
        scope.requireWritable(what);
        CollectionPersister collection = attribute.getCollectionDescriptor();
        if (collection.hasIndex() || collection.isOneToMany() && !refersBack()) {
            throw refused(
                    source().name() + " cannot be given to '" + what + "' of " + attribute.getAttributeName()
                            + " without loading it.",
                    collection.hasIndex()
                            ? "it is a map or has an order column, so its other elements decide where one belongs"
                            : "the elements hold its foreign key and do not refer back",
                    "load it with selectin(…) and change it, or give the elements a reference back (mappedBy)");
        }
    }

    private boolean refersBack() {
        return !mappedBy().isEmpty();
    }

    private String mappedBy() {
        Membership membership = source().membership();
        return membership == null ? "" : membership.mappedBy();
    }

    private boolean becomesManaged(E element) {
        if (scope.open().contains(element) || scope.isAdded(element)) {
            return scope.isAdded(element);
        }
        if (Boolean.FALSE.equals(scope.open().getEntityPersister(null, element).isTransient(element, scope.open()))) {
            throw detached(element);
        }
        scope.add(element);
        return true;
    }

    private void back(E element, @Nullable Object reference) {
        EntityPersister persister = scope.open().getEntityPersister(null, element);
        persister.setValue(element, persister.getPropertyIndex(mappedBy()), reference);
    }

    private @Nullable PersistentCollection<?> held() {
        return attribute.getValue(owner) instanceof PersistentCollection<?> collection ? collection : null;
    }

    @SuppressWarnings("unchecked") // it holds the elements of this association
    private static <E> void addTo(PersistentCollection<?> loaded, E element) {
        Collection<E> elements = (Collection<E>) loaded;
        if (!loaded.wasInitialized() || !elements.contains(element)) {
            elements.add(element);
        }
    }

    private JoinTable joinTable(String what) {
        if (attribute.getSeparateCollectionTable() == null) {
            throw new IllegalStateException("No join table to " + what + ": " + attribute.getNavigableRole());
        }
        return new JoinTable(attribute);
    }

    private static WorkException detached(Object element) {
        return refused(
                element.getClass().getSimpleName() + " is detached, so its reference would not be written.",
                "it was loaded in another transaction",
                "get it by its id in this unit of work, or merge it");
    }

    private static WorkException refused(String fact, String cause, String fix) {
        return new WorkException(new Explanation(OrmError.COLLECTION_REFUSED, fact, cause, fix));
    }
}
