package dev.dovetail.orm.internal.query;

import dev.dovetail.orm.internal.load.SelectinLoader;
import dev.dovetail.orm.query.LoadOption;
import java.util.List;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.query.NativeQuery;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** What is asked for in native SQL. */
record NativeSource<R>(
        String sql,
        Class<R> type,
        boolean isEntity,
        SelectinLoader loader,
        Parameters parameters,
        List<LoadOption> loads)
        implements TextSource<R> {

    static <R> NativeSource<R> of(QueryScope scope, String sql, Class<R> type) {
        SessionImplementor session = scope.open();
        boolean isEntity = session.getFactory().getMappingMetamodel().isEntityClass(type);
        NativeQuery<?> checked = session.createNativeQuery(sql, Object.class);
        return new NativeSource<>(
                sql,
                type,
                isEntity,
                scope.loader(),
                Parameters.of(checked.getParameterMetadata().getNamedParameterNames()),
                List.of());
    }

    @Override
    public TextSource<R> with(Parameters others, List<LoadOption> further) {
        return new NativeSource<>(sql, type, isEntity, loader, others, List.copyOf(further));
    }

    @Override
    public void prepare(QueryScope scope) {
        scope.flushBeforePlainSql();
    }

    @Override
    public SelectionQuery<?> rows(SessionImplementor session) {
        Class<?> row = isEntity ? type : Object.class;
        return parameters.bind(session.createNativeQuery(sql, row));
    }

    @Override
    public SelectionQuery<?> pageable(SessionImplementor session) {
        return rows(session);
    }

    @Override
    public long count(SessionImplementor session) {
        return rows(session).getResultCount();
    }

    @Override
    public SelectionQuery<?> any(SessionImplementor session) {
        return rows(session);
    }

    @Override
    public KeyedRows keyed(
            SessionImplementor session, boolean backward, @Nullable List<? extends @Nullable Object> cursor) {
        throw QueryErrors.noKeyset(name());
    }

    @Override
    @SuppressWarnings("unchecked") // Hibernate made an entity of it
    public @Nullable R row(Object row) {
        if (isEntity) {
            return (R) row;
        }
        return RowShape.of(type, row instanceof Object[] values ? values.length : 1)
                .of(row);
    }

    @Override
    public void load(SessionImplementor session, List<R> found, @Nullable Window window) {
        loader.load(session, type, found, loads);
    }
}
