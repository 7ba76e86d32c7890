package dev.dovetail.orm.internal.query;

import dev.dovetail.orm.internal.load.SelectinLoader;
import dev.dovetail.orm.query.LoadOption;
import java.util.List;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.query.SelectionQuery;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.hibernate.query.criteria.JpaCriteriaQuery;
import org.jspecify.annotations.Nullable;

/** What is asked for in HQL. */
record HqlSource<R>(
        String hql,
        Class<R> type,
        SelectinLoader loader,
        Parameters parameters,
        List<LoadOption> loads,
        boolean joinsCollection)
        implements TextSource<R> {

    static <R> HqlSource<R> of(QueryScope scope, String hql, Class<R> type) {
        SessionImplementor session = scope.open();
        HqlDraft draft = HqlDraft.of(session.getCriteriaBuilder(), hql);
        SelectionQuery<R> checked = session.createSelectionQuery(hql, type);
        return new HqlSource<>(
                hql,
                type,
                scope.loader(),
                Parameters.of(checked.getParameterMetadata().getNamedParameterNames()),
                List.of(),
                draft.joinsCollection());
    }

    @Override
    public TextSource<R> with(Parameters others, List<LoadOption> further) {
        return new HqlSource<>(hql, type, loader, others, List.copyOf(further), joinsCollection);
    }

    @Override
    public SelectionQuery<?> rows(SessionImplementor session) {
        return parameters.bind(session.createSelectionQuery(hql, type));
    }

    @Override
    public SelectionQuery<?> pageable(SessionImplementor session) {
        HibernateCriteriaBuilder builder = session.getCriteriaBuilder();
        JpaCriteriaQuery<R> query = builder.createQuery(hql, type);
        HqlDraft draft = HqlDraft.of(query);
        if (!draft.isSortable() || draft.isIdentified()) {
            return rows(session);
        }
        return parameters.bind(session.createSelectionQuery(draft.identified(builder, query)));
    }

    @Override
    public long count(SessionImplementor session) {
        return parameters
                .bind(session.createSelectionQuery(
                        session.getCriteriaBuilder().createQuery(hql, type).createCountQuery()))
                .getSingleResult();
    }

    @Override
    public SelectionQuery<?> any(SessionImplementor session) {
        return rows(session);
    }

    @Override
    public KeyedRows keyed(
            SessionImplementor session, boolean backward, @Nullable List<? extends @Nullable Object> cursor) {
        HibernateCriteriaBuilder builder = session.getCriteriaBuilder();
        HqlDraft draft = HqlDraft.of(builder, hql);
        List<SortBy> keys = draft.isSortable() ? draft.completeOrder() : List.of();
        if (keys.isEmpty()) {
            throw QueryErrors.unsorted(name());
        }
        if (cursor != null) {
            QueryErrors.requireFitting(name(), keys, cursor);
        }
        int width = draft.width();
        return new KeyedRows(
                parameters.bind(session.createSelectionQuery(draft.keyed(builder, backward, cursor))), width);
    }

    @Override
    @SuppressWarnings("unchecked") // Hibernate made it of the type
    public @Nullable R row(Object row) {
        return (R) row;
    }

    @Override
    public @Nullable R keyedRow(Object row, int width) {
        return RowShape.of(type, width).of(row);
    }

    @Override
    public void load(SessionImplementor session, List<R> found, @Nullable Window window) {
        loader.load(session, type, found, loads);
    }
}
