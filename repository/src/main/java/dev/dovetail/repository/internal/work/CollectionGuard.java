package dev.dovetail.repository.internal.work;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a collection is loaded, and what may be done as long as it is not. */
final class CollectionGuard<E extends @Nullable Object> {

    private final Origin origin;
    private final Runnable load;
    private final boolean queuesAdditions;
    private final List<E> additions = new ArrayList<>();
    private @Nullable List<@Nullable Object> written;
    private boolean loaded;

    /**
     * Of a collection that is not loaded.
     *
     * @param load loads it
     * @param queuesAdditions whether something can be added without loading: to lists whose other side owns the
     *     relationship
     */
    CollectionGuard(Origin origin, Runnable load, boolean queuesAdditions) {
        this.origin = origin;
        this.load = load;
        this.queuesAdditions = queuesAdditions;
    }

    boolean isLoaded() {
        return loaded;
    }

    void requireLoaded() {
        if (!loaded) {
            origin.use(load);
        }
    }

    /** Remembers an addition for when the collection is loaded; false if it is loaded already, or never can be. */
    boolean queues(E element) {
        if (loaded || !queuesAdditions || !origin.isAttached()) {
            return false;
        }
        additions.add(element);
        return true;
    }

    List<E> additions() {
        return additions;
    }

    /** What it held when it was loaded or written last, entries of a map; null if nobody knows. */
    @Nullable
    List<@Nullable Object> written() {
        return written;
    }

    void written(List<@Nullable Object> contents) {
        written = contents;
    }

    /** Marks it as loaded, or as not loaded. */
    void loaded(boolean isLoaded) {
        additions.clear();
        loaded = isLoaded;
    }

    /** Marks it as loaded, with these elements and what was added meanwhile. */
    @SuppressWarnings("unchecked") // what is in the database for an attribute is of its type
    void load(Collection<? super E> into, Collection<?> elements) {
        into.addAll((Collection<? extends E>) elements);
        for (E addition : additions) {
            if (!into.contains(addition)) {
                into.add(addition);
            }
        }
        additions.clear();
        loaded = true;
    }

    /** Makes the elements what they were; null if they were not loaded. */
    void restore(Collection<? super E> elements, @Nullable Collection<? extends E> before) {
        additions.clear();
        loaded = before != null;
        // Left alone where nothing changed, so that a loop over it can go on.
        if (!new ArrayList<>(elements).equals(before)) {
            elements.clear();
            if (before != null) {
                elements.addAll(before);
            }
        }
    }
}
