package dev.dovetail.orm.internal.fetch;

import java.util.Collection;
import org.hibernate.cache.spi.access.CollectionDataAccess;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.spi.RuntimeModelCreationContext;
import org.hibernate.persister.collection.BasicCollectionPersister;
import org.jspecify.annotations.Nullable;

/** A collection in a table of its own whose size and elements are not asked for without the guard. */
public final class GuardedTableCollection extends BasicCollectionPersister {

    /** As Hibernate makes it. */
    public GuardedTableCollection(
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
}
