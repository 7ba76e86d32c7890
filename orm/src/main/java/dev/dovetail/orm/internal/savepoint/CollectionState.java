package dev.dovetail.orm.internal.savepoint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.collection.spi.AbstractPersistentCollection;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.CollectionEntry;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * A collection of a managed entity as it was.
 *
 * @param contents its elements, or its keys followed by their values each; null if it was not loaded
 */
record CollectionState(
        PersistentCollection<?> collection,
        CollectionPersister persister,
        Object key,
        @Nullable Object owner,
        @Nullable List<@Nullable Object> contents) {

    private static final References NONE = new References();

    static CollectionState of(PersistentCollection<?> collection, CollectionEntry entry, SessionImplementor session) {
        CollectionPersister persister = entry.getLoadedPersister();
        return new CollectionState(
                collection,
                persister,
                entry.getLoadedKey(),
                collection.getOwner(),
                collection.wasInitialized() ? contents(collection, persister.getElementType(), session) : null);
    }

    private static List<@Nullable Object> contents(
            PersistentCollection<?> collection, Type element, SessionImplementor session) {
        List<@Nullable Object> contents = new ArrayList<>();
        if (collection instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                contents.add(key);
                contents.add(NONE.copy(element, value, session));
            });
        } else {
            ((Collection<?>) collection).forEach(value -> contents.add(NONE.copy(element, value, session)));
        }
        return contents;
    }

    /** What was loaded since is as unloaded as it was, which takes another collection: this one cannot be emptied. */
    void replaceIfLoadedSince(References references, SessionImplementor session) {
        if (contents == null && collection.wasInitialized()) {
            PersistentCollection<?> unloaded =
                    persister.getCollectionSemantics().instantiateWrapper(key, persister, session);
            if (owner != null) {
                unloaded.setOwner(owner);
            }
            references.replace(collection, unloaded);
        }
    }

    void restore(References references, SessionImplementor session) {
        PersistenceContext context = session.getPersistenceContextInternal();
        if (contents == null) {
            PersistentCollection<?> current =
                    (PersistentCollection<?>) Objects.requireNonNull(references.of(collection));
            if (current == collection) {
                // Forgets what was queued since.
                collection.postAction();
                attach(collection, session);
            }
            context.addUninitializedCollection(persister, current, key);
            return;
        }
        fill(contents, references, session);
        if (owner != null) {
            collection.setOwner(owner);
        }
        attach(collection, session);
        context.addInitializedCollection(persister, collection, key);
        collection.clearDirty();
    }

    /** Without a session in between: Hibernate warns of one that was not expected. */
    private static void attach(PersistentCollection<?> collection, SessionImplementor session) {
        if (collection instanceof AbstractPersistentCollection<?> known) {
            collection.unsetSession(known.getSession());
        }
        collection.setCurrentSession(session);
    }

    @SuppressWarnings("unchecked") // these were its elements
    private void fill(List<@Nullable Object> before, References references, SessionImplementor session) {
        Type element = persister.getElementType();
        if (collection instanceof Map<?, ?> map) {
            Map<Object, Object> entries = new LinkedHashMap<>();
            for (int i = 0; i < before.size(); i += 2) {
                entries.put(references.of(before.get(i)), references.copy(element, before.get(i + 1), session));
            }
            map.clear();
            ((Map<Object, Object>) map).putAll(entries);
        } else {
            List<@Nullable Object> elements = new ArrayList<>();
            before.forEach(value -> elements.add(references.copy(element, value, session)));
            Collection<Object> target = (Collection<Object>) collection;
            // Left alone where nothing changed, so that a loop over it can go on.
            if (!isSame(target, elements)) {
                target.clear();
                target.addAll(elements);
            }
        }
    }

    private static boolean isSame(Collection<?> now, List<?> before) {
        if (now.size() != before.size()) {
            return false;
        }
        int i = 0;
        for (Object element : now) {
            if (element != before.get(i++)) {
                return false;
            }
        }
        return true;
    }
}
