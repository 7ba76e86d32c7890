package dev.dovetail.orm.internal.query;

import dev.dovetail.core.portable.RowLock;
import dev.dovetail.repository.StaleEntityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import org.hibernate.Hibernate;
import org.hibernate.LockMode;
import org.hibernate.LockOptions;
import org.hibernate.community.dialect.SQLiteDialect;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.persister.entity.UnionSubclassEntityPersister;

/**
 * Locks rows that a union of tables found, one for each class: no engine locks the rows behind a union, and PostgreSQL refuses to
 * try. Each is locked in its own table after it was read; one that was changed in between is refused.
 */
public final class UnionLocks {

    private final RowLock lock;
    private final SessionImplementor session;
    private final Dialect dialect;

    private UnionLocks(RowLock lock, SessionImplementor session) {
        this.lock = lock;
        this.session = session;
        this.dialect = session.getFactory().getJdbcServices().getDialect();
    }

    /** Whether a class is read from several tables, on an engine that locks rows. */
    public static boolean areNeeded(Class<?> type, SessionImplementor session) {
        EntityPersister persister = session.getFactory().getMappingMetamodel().getEntityDescriptor(type);
        return persister instanceof UnionSubclassEntityPersister
                && persister.hasSubclasses()
                && !(session.getFactory().getJdbcServices().getDialect() instanceof SQLiteDialect);
    }

    /**
     * Those of what was found whose rows are locked now: all, unless what others have locked is left out.
     *
     * @param entity the managed entity of one
     * @throws StaleEntityException if one was changed since it was read
     */
    public static <T> List<T> take(RowLock lock, List<T> found, Function<T, ?> entity, SessionImplementor session) {
        UnionLocks locks = new UnionLocks(lock, session);
        return session.doReturningWork(connection -> {
            List<T> locked = new ArrayList<>(found.size());
            for (T each : found) {
                if (locks.take(connection, Hibernate.unproxy(entity.apply(each)))) {
                    locked.add(each);
                }
            }
            return locked;
        });
    }

    private boolean take(Connection connection, Object entity) throws SQLException {
        EntityPersister persister = session.getEntityPersister(null, entity);
        Object id = persister.getIdentifier(entity, session);
        LockOptions options = new LockOptions(LockMode.PESSIMISTIC_WRITE);
        Locks.apply(lock, options, session);
        String version = persister.isVersioned()
                ? persister.getVersionMapping().getSelectionExpression()
                : persister.getIdentifierColumnNames()[0];
        StringJoiner row = new StringJoiner(" and ", " where ", "");
        for (String column : persister.getIdentifierColumnNames()) {
            row.add(column + " = ?");
        }
        String sql = "select " + version + " from "
                + persister.getIdentifierTableDetails().getTableName() + row
                + dialect.getForUpdateString(options.getLockMode(), options.getTimeout());
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            bind(select, persister, id);
            try (ResultSet rows = select.executeQuery()) {
                if (rows.next()) {
                    requireSameVersion(rows, persister, entity, id);
                    return true;
                }
            }
        }
        if (lock.skipsLocked()) {
            return false;
        }
        throw stale(persister, entity, id);
    }

    private void bind(PreparedStatement select, EntityPersister persister, Object id) {
        persister
                .getIdentifierMapping()
                .forEachJdbcValue(id, (index, value, mapping) -> bind(select, index + 1, value, mapping), session);
    }

    @SuppressWarnings("unchecked") // of the type of the mapping
    private void bind(PreparedStatement select, int position, Object value, JdbcMapping mapping) {
        try {
            mapping.getJdbcValueBinder().bind(select, value, position, session);
        } catch (SQLException failure) {
            throw session.getJdbcServices().getSqlExceptionHelper().convert(failure, "an id could not be bound");
        }
    }

    private void requireSameVersion(ResultSet rows, EntityPersister persister, Object entity, Object id)
            throws SQLException {
        if (!persister.isVersioned()) {
            return;
        }
        Object written = persister
                .getVersionMapping()
                .getJdbcMapping()
                .getJdbcValueExtractor()
                .extract(rows, 1, session);
        if (!persister.getVersionType().isEqual(written, persister.getVersion(entity))) {
            throw stale(persister, entity, id);
        }
    }

    private static StaleEntityException stale(EntityPersister persister, Object entity, Object id) {
        return StaleEntityException.of(
                persister.getMappedClass().getSimpleName(),
                id,
                persister.isVersioned() ? persister.getVersion(entity) : null,
                null);
    }
}
