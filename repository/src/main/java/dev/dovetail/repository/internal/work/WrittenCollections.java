package dev.dovetail.repository.internal.work;

import dev.dovetail.repository.internal.mapping.AttributeMapping.Plural;
import dev.dovetail.repository.internal.mapping.EntityMapping;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What collections held when they were loaded or written last, also after their owner is detached: who merges it then means
 * what has changed since. Thread-safe; it keeps no collection alive.
 */
final class WrittenCollections {

    private final Map<Object, List<@Nullable Object>> ofPlain = new ConcurrentHashMap<>();
    private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

    /** Remembers what a loaded collection holds; entries of a map. */
    void remember(Object collection) {
        List<@Nullable Object> contents = Contents.copyOf(collection);
        if (collection instanceof GuardedCollection guarded) {
            guarded.guard().written(contents);
            return;
        }
        for (Reference<?> each = gone.poll(); each != null; each = gone.poll()) {
            ofPlain.remove(each);
        }
        ofPlain.put(new Key(collection, gone), contents);
    }

    /** What it held; null if nobody knows. */
    @Nullable
    List<@Nullable Object> of(Object collection) {
        return collection instanceof GuardedCollection guarded
                ? guarded.guard().written()
                : ofPlain.get(new Key(collection, null));
    }

    /**
     * Puts plain collections that nobody knows anything of in the place of those of an entity that is to be inserted, perhaps
     * once more; nothing is left of those that cannot be loaded any more.
     */
    void release(EntityMapping mapping, Object entity) {
        for (Plural plural : mapping.plurals()) {
            Object value = plural.accessor().get(entity);
            if (value instanceof GuardedCollection guarded) {
                plural.accessor()
                        .set(entity, plural.shape().of(guarded.isLoaded() ? Contents.copyOf(guarded) : List.of()));
            } else if (value != null) {
                ofPlain.remove(new Key(value, null));
            }
        }
    }

    /** A collection itself, whatever it is equal to. */
    private static final class Key extends WeakReference<Object> {

        private final int hash;

        Key(Object collection, @Nullable ReferenceQueue<Object> queue) {
            super(collection, queue);
            this.hash = System.identityHashCode(collection);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other
                    || other instanceof Key key && get() != null && Objects.requireNonNull(get()) == key.get();
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
