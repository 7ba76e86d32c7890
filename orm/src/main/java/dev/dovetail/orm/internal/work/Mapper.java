package dev.dovetail.orm.internal.work;

import dev.dovetail.core.spi.DatabaseAccess;
import dev.dovetail.orm.internal.fetch.FetchGuard;
import dev.dovetail.orm.internal.load.SelectinLoader;
import java.util.Arrays;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.jpa.event.spi.CallbackRegistry;
import org.hibernate.jpa.event.spi.CallbackType;

/** What all units of work of a persistence share. Thread-safe. */
record Mapper(
        DatabaseAccess access,
        SessionFactoryImplementor factory,
        SelectinLoader loader,
        EntityTables tables,
        StatementEffects effects,
        Failures failures,
        FetchGuard guard,
        boolean readOnlySnapshots,
        boolean hasCallbacks) {

    static Mapper of(
            DatabaseAccess access,
            SessionFactoryImplementor factory,
            Failures failures,
            FetchGuard guard,
            boolean readOnlySnapshots) {
        SelectinLoader loader = new SelectinLoader(factory);
        EntityTables tables = new EntityTables(factory);
        return new Mapper(
                access,
                factory,
                loader,
                tables,
                new StatementEffects(
                        tables,
                        new ForeignKeyActions(access),
                        new ViewNames(access, tables),
                        new Coherence(tables, loader),
                        new MappedActions(factory, tables)),
                failures,
                guard,
                readOnlySnapshots,
                hasCallbacks(factory));
    }

    /** Whether any entity has callbacks that run while it is written. */
    private static boolean hasCallbacks(SessionFactoryImplementor factory) {
        CallbackRegistry callbacks = factory.getEventEngine().getCallbackRegistry();
        return factory.getMappingMetamodel()
                .streamEntityDescriptors()
                .anyMatch(persister -> Arrays.stream(CallbackType.values())
                        .anyMatch(type -> type != CallbackType.POST_LOAD
                                && callbacks.hasRegisteredCallbacks(persister.getMappedClass(), type)));
    }
}
