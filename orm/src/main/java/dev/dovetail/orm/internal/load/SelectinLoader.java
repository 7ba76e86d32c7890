package dev.dovetail.orm.internal.load;

import dev.dovetail.orm.internal.fetch.SessionScope;
import dev.dovetail.orm.query.LoadOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.BatchSize;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.EmbeddableValuedModelPart;
import org.hibernate.metamodel.mapping.NonAggregatedIdentifierMapping;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.proxy.LazyInitializer;
import org.jspecify.annotations.Nullable;

/**
 * Loads associations of managed entities with one statement for each level and 500 owners. What is loaded already is
 * left alone, and so are pending changes. Thread-safe.
 */
public final class SelectinLoader {

    static final int CHUNK = 500;

    private final AssociationPaths paths;
    private final CollectionLoaders loaders;

    /** For the entities of a factory. */
    public SelectinLoader(SessionFactoryImplementor factory) {
        this.paths = new AssociationPaths(factory);
        this.loaders = new CollectionLoaders(factory);
    }

    /**
     * Throws unless a path leads to an association.
     *
     * @throws dev.dovetail.orm.error.WorkException if it does not
     */
    public void require(Class<?> root, String path) {
        paths.require(root, path);
    }

    /** Whether a collection or map stands on a path. */
    public boolean leadsThroughCollection(Class<?> root, String path) {
        return paths.leadsThroughCollection(root, path);
    }

    /** Loads what options ask for, for all these entities; what is joined is loaded already. */
    public void load(SessionImplementor session, Class<?> root, Collection<?> entities, List<LoadOption> options) {
        for (LoadOption option : options) {
            if (option instanceof LoadOption.Selectin || option instanceof LoadOption.Subquery) {
                load(session, entities, option.path());
            } else if (option instanceof LoadOption.Immediate) {
                load(session, entities, option.path().split("\\."), 0, 1);
            } else if (option instanceof LoadOption.Raise) {
                SessionScope.raise(session, paths.declaring(root, option.path()), paths.attribute(root, option.path()));
            }
        }
    }

    /** Loads every association on a path for all these entities. */
    public void load(SessionImplementor session, Collection<?> entities, String path) {
        load(session, entities, path.split("\\."), 0, CHUNK);
    }

    /** Loads collections of one role that are not loaded. */
    public void load(
            SessionImplementor session, PluralAttributeMapping attribute, List<PersistentCollection<?>> collections) {
        load(session, attribute, collections, CHUNK);
    }

    private void load(
            SessionImplementor session,
            PluralAttributeMapping attribute,
            List<PersistentCollection<?>> collections,
            int chunk) {
        for (int from = 0; from < collections.size(); from += chunk) {
            loaders.load(session, attribute, collections.subList(from, Math.min(collections.size(), from + chunk)));
        }
    }

    private void load(SessionImplementor session, Collection<?> owners, String[] steps, int from, int chunk) {
        if (owners.isEmpty() || from >= steps.length) {
            return;
        }
        Level level = new Level();
        int next = from + 1;
        for (Object owner : owners) {
            Object entity = loadedEntity(owner);
            if (entity != null) {
                next = Math.max(next, level.add(session, entity, steps, from));
            }
        }
        level.collections.forEach((attribute, collections) -> load(session, attribute, collections, chunk));
        loadEntities(session, level.proxies, chunk);
        load(session, level.targets(), steps, next, chunk);
    }

    private static void loadEntities(SessionImplementor session, Map<Class<?>, List<Object>> idsByType, int chunk) {
        idsByType.forEach((type, ids) -> {
            for (int from = 0; from < ids.size(); from += chunk) {
                session.findMultiple(type, ids.subList(from, Math.min(ids.size(), from + chunk)), new BatchSize(chunk));
            }
        });
    }

    private static @Nullable Object loadedEntity(@Nullable Object entity) {
        LazyInitializer proxy = entity == null ? null : HibernateProxy.extractLazyInitializer(entity);
        if (proxy == null) {
            return entity;
        }
        return proxy.isUninitialized() ? null : proxy.getImplementation();
    }

    /** What one level of a path has to load, and what it leads to. */
    private static final class Level {
        private final Map<PluralAttributeMapping, List<PersistentCollection<?>>> collections = new LinkedHashMap<>();
        private final Map<Class<?>, List<Object>> proxies = new LinkedHashMap<>();
        private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        private final List<Object> values = new ArrayList<>();

        /** Adds the association of an entity and returns the index of the step behind it. */
        int add(SessionImplementor session, Object entity, String[] steps, int from) {
            EntityPersister persister = session.getEntityPersister(null, entity);
            int at = from;
            AttributeMapping attribute = attribute(persister, steps[at]);
            Object value = attribute == null ? null : attribute.getValue(entity);
            while (attribute instanceof EmbeddableValuedModelPart embedded && at + 1 < steps.length) {
                at++;
                attribute = embedded.getEmbeddableTypeDescriptor().findAttributeMapping(steps[at]);
                value = attribute == null || value == null ? null : attribute.getValue(value);
            }
            if (value != null && seen.add(value)) {
                values.add(value);
                if (attribute instanceof PluralAttributeMapping plural) {
                    addCollection(session, plural, value);
                } else {
                    addProxy(session, value);
                }
            }
            return at + 1;
        }

        /** Those of an id class are attributes of the entity, too. */
        private static @Nullable AttributeMapping attribute(EntityPersister persister, String name) {
            AttributeMapping attribute = persister.findAttributeMapping(name);
            return attribute == null && persister.getIdentifierMapping() instanceof NonAggregatedIdentifierMapping id
                    ? id.getVirtualIdEmbeddable().findAttributeMapping(name)
                    : attribute;
        }

        private void addCollection(SessionImplementor session, PluralAttributeMapping attribute, Object value) {
            if (value instanceof PersistentCollection<?> collection
                    && !collection.wasInitialized()
                    && session.getPersistenceContextInternal().containsCollection(collection)) {
                collections
                        .computeIfAbsent(attribute, role -> new ArrayList<>())
                        .add(collection);
            }
        }

        private void addProxy(SessionImplementor session, Object value) {
            LazyInitializer proxy = HibernateProxy.extractLazyInitializer(value);
            if (proxy != null && proxy.isUninitialized() && proxy.getSession() == session) {
                Class<?> type = session.getFactory()
                        .getMappingMetamodel()
                        .getEntityDescriptor(proxy.getEntityName())
                        .getMappedClass();
                proxies.computeIfAbsent(type, entity -> new ArrayList<>()).add(proxy.getInternalIdentifier());
            }
        }

        List<Object> targets() {
            List<Object> targets = new ArrayList<>();
            for (Object value : values) {
                if (value instanceof Map<?, ?> map) {
                    targets.addAll(map.values());
                } else if (value instanceof Collection<?> collection) {
                    targets.addAll(collection);
                } else {
                    targets.add(value);
                }
            }
            return targets;
        }
    }
}
