package dev.dovetail.repository.internal.work;

import dev.dovetail.repository.internal.mapping.Callback;
import dev.dovetail.repository.internal.mapping.EntityMapping;
import dev.dovetail.repository.internal.store.Row;
import dev.dovetail.repository.internal.store.StoreTransaction;
import jakarta.persistence.CascadeType;

/** Lets managed entities show what is in their rows by now. */
final class Refresher {

    private final StoreTransaction transaction;
    private final PersistenceContext context;
    private final Loader loader;
    private final Cascades cascades;

    Refresher(StoreTransaction transaction, PersistenceContext context, Loader loader, Cascades cascades) {
        this.transaction = transaction;
        this.context = context;
        this.loader = loader;
        this.cascades = cascades;
    }

    void refresh(ManagedEntity entity) {
        cascades.forEach(entity, CascadeType.REFRESH, this::reload);
    }

    private void reload(ManagedEntity entity) {
        Row row = transaction.find(entity.mapping().table(), entity.id());
        if (row == null) {
            throw Missing.gone(entity.mapping().name() + " with id " + entity.idValue());
        }
        loader.reload(entity, row);
        cascades.load(entity, CascadeType.REFRESH);
        entity.mapping().call(Callback.POST_LOAD, entity.instance());
    }

    /** Of a class and those that share its table, after a statement wrote them. */
    void showRows(EntityMapping written) {
        for (ManagedEntity managed : context.all()) {
            EntityMapping mapping = managed.mapping();
            Row row = mapping.hierarchy().root() == written.hierarchy().root() && managed.row() != null
                    ? transaction.find(mapping.table(), managed.id())
                    : null;
            if (row != null) {
                loader.refresh(mapping, row);
                mapping.call(Callback.POST_LOAD, managed.instance());
            }
        }
    }
}
