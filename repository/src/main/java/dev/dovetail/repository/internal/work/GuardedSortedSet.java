package dev.dovetail.repository.internal.work;

import java.util.Comparator;
import java.util.SortedSet;
import java.util.Spliterator;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A set that sorts its elements by itself. */
final class GuardedSortedSet extends GuardedSet implements SortedSet<Object> {

    private final CollectionGuard<Object> guard;
    private final SortedSet<Object> elements;

    GuardedSortedSet(CollectionGuard<Object> guard, @Nullable Comparator<Object> comparator) {
        this(guard, new TreeSet<>(comparator));
    }

    private GuardedSortedSet(CollectionGuard<Object> guard, SortedSet<Object> elements) {
        super(guard, elements);
        this.guard = guard;
        this.elements = elements;
    }

    private SortedSet<Object> loaded() {
        guard.requireLoaded();
        return elements;
    }

    @Override
    public @Nullable Comparator<? super Object> comparator() {
        return elements.comparator();
    }

    @Override
    public SortedSet<Object> subSet(Object from, Object to) {
        return loaded().subSet(from, to);
    }

    @Override
    public SortedSet<Object> headSet(Object to) {
        return loaded().headSet(to);
    }

    @Override
    public SortedSet<Object> tailSet(Object from) {
        return loaded().tailSet(from);
    }

    @Override
    public Object first() {
        return loaded().first();
    }

    @Override
    public Object last() {
        return loaded().last();
    }

    @Override
    public Spliterator<Object> spliterator() {
        return loaded().spliterator();
    }
}
