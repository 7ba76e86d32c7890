package dev.dovetail.orm.internal.work;

import dev.dovetail.core.spi.DatabaseAccess;
import dev.dovetail.orm.internal.fetch.FetchGuard;
import dev.dovetail.orm.internal.load.SelectinLoader;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/** What all units of work of a persistence share. Thread-safe. */
record Mapper(
        DatabaseAccess access,
        SessionFactoryImplementor factory,
        SelectinLoader loader,
        EntityTables tables,
        StatementEffects effects,
        Failures failures,
        FetchGuard guard) {

    static Mapper of(DatabaseAccess access, SessionFactoryImplementor factory, Failures failures, FetchGuard guard) {
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
                        new Coherence(tables, loader)),
                failures,
                guard);
    }
}
