package dev.dovetail.orm.internal.load;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.BatchFetchQueue;
import org.hibernate.engine.spi.CollectionEntry;
import org.hibernate.engine.spi.LoadQueryInfluencers;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.event.internal.DefaultInitializeCollectionEventListener;
import org.hibernate.loader.ast.spi.BatchLoaderFactory;
import org.hibernate.loader.ast.spi.CollectionBatchLoader;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;

/**
 * Hibernate's loaders for several collections of a role in one statement, which do not select the owners again. They
 * load what stands in the session's batch queue: exactly the wanted collections are put there, and taken out again.
 */
final class CollectionLoaders {

    /** The statement has a place for each key where the engine knows no arrays, so few keys get a smaller one. */
    private static final int[] SIZES = {10, 50, SelectinLoader.CHUNK};

    private final SessionFactoryImplementor factory;
    private final BatchLoaderFactory batches;
    private final Map<Key, CollectionBatchLoader> loaders = new ConcurrentHashMap<>();

    CollectionLoaders(SessionFactoryImplementor factory) {
        this.factory = factory;
        this.batches = factory.getServiceRegistry().requireService(BatchLoaderFactory.class);
    }

    void load(SessionImplementor session, PluralAttributeMapping attribute, List<PersistentCollection<?>> collections) {
        PersistenceContext context = session.getPersistenceContextInternal();
        BatchFetchQueue queue = context.getBatchFetchQueue();
        List<CollectionEntry> entries =
                collections.stream().map(context::getCollectionEntry).toList();
        try {
            for (int i = 0; i < entries.size(); i++) {
                queue.addBatchLoadableCollection(collections.get(i), entries.get(i));
            }
            loader(attribute, collections.size()).load(entries.get(0).getLoadedKey(), session);
            for (int i = 0; i < entries.size(); i++) {
                // The loader of a single key leaves an empty collection as it was.
                DefaultInitializeCollectionEventListener.handlePotentiallyEmptyCollection(
                        collections.get(i),
                        context,
                        entries.get(i).getLoadedKey(),
                        attribute.getCollectionDescriptor());
            }
        } finally {
            entries.forEach(queue::removeBatchLoadableCollection);
        }
    }

    private CollectionBatchLoader loader(PluralAttributeMapping attribute, int keys) {
        int size = SIZES[SIZES.length - 1];
        for (int i = SIZES.length - 1; i >= 0 && SIZES[i] >= keys; i--) {
            size = SIZES[i];
        }
        return loaders.computeIfAbsent(
                new Key(attribute.getNavigableRole().getFullPath(), size),
                key -> batches.createCollectionBatchLoader(
                        key.size(), new LoadQueryInfluencers(factory), attribute, factory));
    }

    private record Key(String role, int size) {}
}
