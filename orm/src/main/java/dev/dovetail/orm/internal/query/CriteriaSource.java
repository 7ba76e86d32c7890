package dev.dovetail.orm.internal.query;

import java.util.List;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.query.SelectionQuery;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.jspecify.annotations.Nullable;

/** What is asked for by criteria. */
interface CriteriaSource<R> extends Source<R> {

    /** A new criteria query. */
    Draft draft(HibernateCriteriaBuilder builder);

    @Override
    default SelectionQuery<?> rows(SessionImplementor session) {
        HibernateCriteriaBuilder builder = session.getCriteriaBuilder();
        return session.createSelectionQuery(draft(builder).ordered(builder));
    }

    @Override
    default SelectionQuery<?> pageable(SessionImplementor session) {
        HibernateCriteriaBuilder builder = session.getCriteriaBuilder();
        return session.createSelectionQuery(draft(builder).identified(builder));
    }

    @Override
    default long count(SessionImplementor session) {
        HibernateCriteriaBuilder builder = session.getCriteriaBuilder();
        return session.createSelectionQuery(draft(builder).unordered(builder).createCountQuery())
                .getSingleResult();
    }

    @Override
    default SelectionQuery<?> any(SessionImplementor session) {
        HibernateCriteriaBuilder builder = session.getCriteriaBuilder();
        return session.createSelectionQuery(draft(builder).unordered(builder));
    }

    @Override
    default KeyedRows keyed(
            SessionImplementor session, boolean backward, @Nullable List<? extends @Nullable Object> cursor) {
        HibernateCriteriaBuilder builder = session.getCriteriaBuilder();
        Draft draft = draft(builder);
        if (draft.identity().isEmpty()) {
            throw QueryErrors.unsorted(name());
        }
        if (cursor != null) {
            QueryErrors.requireFitting(name(), draft.completeOrder(), cursor);
        }
        return new KeyedRows(
                session.createSelectionQuery(draft.keyed(builder, backward, cursor)),
                draft.items().size());
    }
}
