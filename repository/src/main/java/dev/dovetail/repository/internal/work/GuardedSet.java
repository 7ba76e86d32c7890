package dev.dovetail.repository.internal.work;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.Spliterator;
import org.jspecify.annotations.Nullable;

/** A set. To add to it, it must be loaded: only then it knows what it contains. */
class GuardedSet extends AbstractSet<Object> implements GuardedCollection {

    private final CollectionGuard<Object> guard;
    private final Set<Object> elements;

    GuardedSet(CollectionGuard<Object> guard) {
        this(guard, new LinkedHashSet<>());
    }

    /** With something that holds the elements, empty. */
    GuardedSet(CollectionGuard<Object> guard, Set<Object> elements) {
        this.guard = guard;
        this.elements = elements;
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
    public int size() {
        guard.requireLoaded();
        return elements.size();
    }

    @Override
    public boolean contains(Object element) {
        guard.requireLoaded();
        return elements.contains(element);
    }

    @Override
    public boolean add(Object element) {
        guard.requireLoaded();
        return elements.add(element);
    }

    @Override
    public boolean remove(Object element) {
        guard.requireLoaded();
        return elements.remove(element);
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
}
