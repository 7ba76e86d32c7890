package dev.dovetail.repository.internal.work;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import org.jspecify.annotations.Nullable;

/** A list. Without a column for its order it is like Hibernate's bag equal to itself only. */
final class GuardedList extends AbstractList<Object> implements GuardedCollection {

    private final CollectionGuard<Object> guard;
    private final boolean ordered;
    private final List<Object> elements = new ArrayList<>();

    /** With or without a column for its order. */
    GuardedList(CollectionGuard<Object> guard, boolean ordered) {
        this.guard = guard;
        this.ordered = ordered;
    }

    @Override
    public CollectionGuard<Object> guard() {
        return guard;
    }

    @Override
    public boolean isLoaded() {
        return guard.isLoaded();
    }

    @Override
    public List<Object> additions() {
        return guard.additions();
    }

    @Override
    public void load(Collection<?> loaded) {
        guard.load(elements, loaded);
    }

    @Override
    public void restore(@Nullable List<Object> before) {
        guard.restore(elements, before);
    }

    @Override
    public Object get(int index) {
        guard.requireLoaded();
        return elements.get(index);
    }

    @Override
    public int size() {
        guard.requireLoaded();
        return elements.size();
    }

    @Override
    public boolean add(Object element) {
        if (guard.queues(element)) {
            return true;
        }
        guard.requireLoaded();
        return elements.add(element);
    }

    @Override
    public void add(int index, Object element) {
        guard.requireLoaded();
        elements.add(index, element);
    }

    @Override
    public Object set(int index, Object element) {
        guard.requireLoaded();
        return elements.set(index, element);
    }

    @Override
    public Object remove(int index) {
        guard.requireLoaded();
        return elements.remove(index);
    }

    @Override
    public Iterator<Object> iterator() {
        guard.requireLoaded();
        return elements.iterator();
    }

    @Override
    public Spliterator<Object> spliterator() {
        guard.requireLoaded();
        return elements.spliterator();
    }

    @Override
    public void clear() {
        guard.requireLoaded();
        elements.clear();
    }

    @Override
    public boolean equals(Object other) {
        if (this == other || !ordered) {
            return this == other;
        }
        guard.requireLoaded();
        return elements.equals(other instanceof GuardedList list ? list.loadedElements() : other);
    }

    private List<Object> loadedElements() {
        guard.requireLoaded();
        return elements;
    }

    @Override
    public int hashCode() {
        return ordered ? loadedElements().hashCode() : System.identityHashCode(this);
    }
}
