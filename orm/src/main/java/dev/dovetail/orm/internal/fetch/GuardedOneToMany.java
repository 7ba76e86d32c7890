package dev.dovetail.orm.internal.fetch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.hibernate.Hibernate;
import org.hibernate.LockMode;
import org.hibernate.cache.spi.access.CollectionDataAccess;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.engine.spi.Status;
import org.hibernate.metamodel.spi.RuntimeModelCreationContext;
import org.hibernate.persister.collection.OneToManyPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.persister.entity.UnionSubclassEntityPersister;
import org.jspecify.annotations.Nullable;

/** A one-to-many whose size and elements are not asked for without the guard. */
public final class GuardedOneToMany extends OneToManyPersister {

    /** As Hibernate makes it. */
    public GuardedOneToMany(
            org.hibernate.mapping.Collection collection,
            @Nullable CollectionDataAccess cache,
            RuntimeModelCreationContext context) {
        super(collection, cache, context);
    }

    @Override
    public int getSize(Object key, SharedSessionContractImplementor session) {
        Collection<?> loaded = SessionScope.askingFor(this, key, session);
        return loaded == null ? super.getSize(key, session) : loaded.size();
    }

    @Override
    public boolean indexExists(Object key, Object index, SharedSessionContractImplementor session) {
        SessionScope.askingFor(this, key, session);
        return super.indexExists(key, index, session);
    }

    @Override
    public boolean elementExists(Object key, Object element, SharedSessionContractImplementor session) {
        Collection<?> loaded = SessionScope.askingFor(this, key, session);
        return loaded == null ? super.elementExists(key, element, session) : loaded.contains(element);
    }

    @Override
    public @Nullable Object getElementByIndex(
            Object key, Object index, SharedSessionContractImplementor session, Object owner) {
        SessionScope.askingFor(this, key, session);
        return super.getElementByIndex(key, index, session, owner);
    }

    @Override
    public void recreate(PersistentCollection<?> collection, Object key, SharedSessionContractImplementor session) {
        knowingElements(collection, session, () -> super.recreate(collection, key, session));
    }

    @Override
    public void insertRows(PersistentCollection<?> collection, Object key, SharedSessionContractImplementor session) {
        knowingElements(collection, session, () -> super.insertRows(collection, key, session));
    }

    /** In tables for each class Hibernate asks the session for the class of an element, which knows nothing of detached ones. */
    private void knowingElements(
            PersistentCollection<?> collection, SharedSessionContractImplementor session, Runnable write) {
        if (!(getElementPersister() instanceof UnionSubclassEntityPersister)) {
            write.run();
            return;
        }
        PersistenceContext managed = session.getPersistenceContextInternal();
        List<Object> known = new ArrayList<>();
        try {
            Iterator<?> entries = collection.entries(this);
            while (entries.hasNext()) {
                Object entry = entries.next();
                if (entry != null && managed.getEntry(entry) == null) {
                    Object element =
                            Hibernate.unproxy(entry instanceof Map.Entry<?, ?> ofMap ? ofMap.getValue() : entry);
                    EntityPersister persister = session.getEntityPersister(null, element);
                    Object id = persister.getIdentifier(element, session);
                    managed.addEntry(
                            entry, Status.MANAGED, null, null, id, null, LockMode.NONE, true, persister, false);
                    known.add(entry);
                }
            }
            write.run();
        } finally {
            known.forEach(managed::removeEntry);
        }
    }
}
