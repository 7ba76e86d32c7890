package dev.dovetail.orm;

import dev.dovetail.core.Database;
import dev.dovetail.orm.work.UnitOfWork;
import dev.dovetail.repository.Persistence;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.SessionFactory;

/**
 * Entities in a database, mapped by Hibernate, on the connections and in the transactions of a {@link Database}. Open
 * one per database and keep it for the life of the application. Thread-safe.
 *
 * <p>Mappings are made predictable when it is opened: every association is lazy and raises {@link
 * dev.dovetail.repository.UnloadedAssociationException} when it is used without having been loaded, unless its policy
 * ({@link dev.dovetail.repository.Lazy}, {@link PersistenceOptions#lazy}) says otherwise; updates write
 * only the columns that changed; names are in snake case; times are stored in UTC. There is no second-level cache and no
 * bytecode enhancement.
 */
public interface HibernatePersistence extends Persistence {

    /**
     * A persistence for entity classes; embeddables and mapped superclasses are found from them.
     *
     * @param db stays the caller's to close, after this
     * @throws dev.dovetail.repository.UnsupportedMappingException if a mapping would load something without being asked
     */
    static HibernatePersistence of(Database db, Class<?>... entities) {
        return of(db, Arrays.asList(entities));
    }

    /** Like {@link #of(Database, Class[])}. */
    static HibernatePersistence of(Database db, List<Class<?>> entities) {
        return of(db, options -> {}, entities);
    }

    /**
     * Like {@link #of(Database, Class[])}, with options.
     *
     * @param options sets them
     */
    static HibernatePersistence of(Database db, Consumer<PersistenceOptions> options, Class<?>... entities) {
        return of(db, options, Arrays.asList(entities));
    }

    /** Like {@link #of(Database, Consumer, Class[])}. */
    static HibernatePersistence of(Database db, Consumer<PersistenceOptions> options, List<Class<?>> entities) {
        PersistenceOptions chosen = new PersistenceOptions();
        options.accept(chosen);
        return BootedPersistence.boot(db.access(), chosen, entities);
    }

    /**
     * The unit of work of the current transaction.
     *
     * @throws dev.dovetail.core.error.NoTransactionException if there is none on this thread
     */
    UnitOfWork unitOfWork();

    /**
     * Makes the tables of the entities that are not there yet, with keys, unique constraints, checks, foreign keys and
     * indexes, and the sequences: for tests and prototypes; a schema that changes is for migrations. A table that is there
     * is left as it is, even if it does not fit. Names that the mapping does not give are those of {@link
     * dev.dovetail.core.error.ConstraintNames}. On SQLite the lengths of texts are checked, which it would not do by
     * itself. All or nothing on PostgreSQL and SQLite. It boots the entities once more.
     *
     * @throws dev.dovetail.orm.error.WorkException inside a transaction
     */
    void createAll();

    /**
     * Drops the tables and sequences of the entities, with all rows. What is not there is no error.
     *
     * @throws dev.dovetail.orm.error.WorkException inside a transaction
     */
    void dropAll();

    /** The statements that {@link #createAll} would run in an empty database, in order. Sends none. */
    List<String> createStatements();

    /** Hibernate's session factory, for its metamodel. It opens no sessions: those are the unit of work's. */
    SessionFactory sessionFactory();
}
