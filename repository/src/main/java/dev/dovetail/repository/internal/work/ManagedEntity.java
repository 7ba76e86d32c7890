package dev.dovetail.repository.internal.work;

import dev.dovetail.repository.internal.mapping.AttributeMapping;
import dev.dovetail.repository.internal.mapping.EntityMapping;
import dev.dovetail.repository.internal.store.Row;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An entity in a unit of work, and what is known to be written of it. */
final class ManagedEntity {

    private final EntityMapping mapping;
    private final Object id;
    private final Object instance;
    private final @Nullable String loadedBy;
    private final Map<AttributeMapping, List<Object>> elements = new IdentityHashMap<>();
    private final Map<AttributeMapping, @Nullable Object> holders = new IdentityHashMap<>();
    private final Map<AttributeMapping, List<?>> contents = new IdentityHashMap<>();
    private final Map<AttributeMapping, Set<Object>> merged = new IdentityHashMap<>();
    private @Nullable Row row;
    private @Nullable Row known;
    private boolean removed;

    /** With the row it was loaded from; null for one that is not inserted yet. */
    ManagedEntity(EntityMapping mapping, Object id, Object instance, @Nullable Row row, @Nullable String loadedBy) {
        this.mapping = mapping;
        this.id = id;
        this.instance = instance;
        this.row = row;
        this.known = row;
        this.loadedBy = loadedBy;
    }

    EntityMapping mapping() {
        return mapping;
    }

    EntityKey key() {
        return new EntityKey(mapping, id);
    }

    /** The key of its row. */
    Object id() {
        return id;
    }

    /** The id as users know it. */
    Object idValue() {
        return mapping.id().id(id);
    }

    Object instance() {
        return instance;
    }

    /** What is written; null before it is inserted. */
    @Nullable
    Row row() {
        return row;
    }

    /**
     * The values that it had when it was read or written, which is what changes are told from: an engine may have kept
     * them less exactly. Null before it is inserted.
     */
    @Nullable
    Row known() {
        return known;
    }

    void written(Row newRow) {
        written(newRow, newRow);
    }

    /** With the values as they are in the entity. */
    void written(Row newRow, Row values) {
        row = newRow;
        known = values;
    }

    boolean isRemoved() {
        return removed;
    }

    void remove() {
        removed = true;
    }

    @Nullable
    String loadedBy() {
        return loadedBy;
    }

    /** The written elements of a loaded collection, proxies resolved; null if it was never loaded. */
    @Nullable
    List<Object> elements(AttributeMapping collection) {
        return elements.get(collection);
    }

    /** The collection that holds them; null if it was null, or was never loaded. */
    @Nullable
    Object holder(AttributeMapping collection) {
        return holders.get(collection);
    }

    void elements(AttributeMapping collection, @Nullable Object holder, List<Object> written) {
        holders.put(collection, holder);
        elements.put(collection, List.copyOf(written));
    }

    /** What is written of a loaded collection, in a form that can be compared; null if it was never loaded. */
    @Nullable
    List<?> contents(AttributeMapping collection) {
        return contents.get(collection);
    }

    void contents(AttributeMapping collection, List<?> written) {
        contents.put(collection, written);
    }

    /**
     * What a merged collection knew of what is written: the signatures of rows, or the keys of elements; null if it is to
     * become what is in it, whatever there is.
     */
    @Nullable
    Set<Object> merged(AttributeMapping collection) {
        return merged.get(collection);
    }

    void merged(AttributeMapping collection, Set<Object> before) {
        merged.put(collection, before);
    }

    /** After it was written. */
    void forgetMerged() {
        merged.clear();
    }

    /** As if no collection had ever been loaded. */
    void forgetElements() {
        merged.clear();
        elements.clear();
        holders.clear();
        contents.clear();
    }

    /** What makes it what it is now, when it is run later. */
    Runnable memory() {
        Row writtenThen = row;
        Row knownThen = known;
        Map<AttributeMapping, List<Object>> elementsThen = new IdentityHashMap<>(elements);
        Map<AttributeMapping, @Nullable Object> holdersThen = new IdentityHashMap<>(holders);
        Map<AttributeMapping, List<?>> contentsThen = new IdentityHashMap<>(contents);
        return () -> {
            merged.clear();
            row = writtenThen;
            known = knownThen;
            removed = false;
            elements.clear();
            elements.putAll(elementsThen);
            holders.clear();
            holders.putAll(holdersThen);
            contents.clear();
            contents.putAll(contentsThen);
        };
    }
}
