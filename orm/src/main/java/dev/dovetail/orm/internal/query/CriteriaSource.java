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

    /** Gives the query what is bound by name. */
    default <T> SelectionQuery<T> bound(SelectionQuery<T> query) {
        return query;
    }

    @Override
    default SelectionQuery<?> rows(SessionImplementor session) {
        HibernateCriteriaBuilder builder = session.getCriteriaBuilder();
        return bound(session.createSelectionQuery(draft(builder).ordered(builder)));
    }

    @Override
    default SelectionQuery<?> pageable(SessionImplementor session) {
        HibernateCriteriaBuilder builder = session.getCriteriaBuilder();
        return bound(session.createSelectionQuery(draft(builder).identified(builder)));
    }

    @Override
    default SelectionQuery<Long> count(SessionImplementor session) {
        HibernateCriteriaBuilder builder = session.getCriteriaBuilder();
        return bound(
                session.createSelectionQuery(draft(builder).unordered(builder).createCountQuery()));
    }

    @Override
    default SelectionQuery<?> any(SessionImplementor session) {
        HibernateCriteriaBuilder builder = session.getCriteriaBuilder();
        return bound(session.createSelectionQuery(draft(builder).unordered(builder)));
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
            check(draft.completeOrder(), cursor);
        }
        return new KeyedRows(
                bound(session.createSelectionQuery(draft.keyed(builder, backward, cursor))),
                draft.items().size());
    }

    private void check(List<SortBy> keys, List<? extends @Nullable Object> cursor) {
        if (cursor.size() != keys.size()) {
            throw QueryErrors.cursorSize(name(), cursor.size(), keys);
        }
        for (int i = 0; i < keys.size(); i++) {
            if (!keys.get(i).accepts(cursor.get(i))) {
                throw QueryErrors.cursorType(name(), i, cursor.get(i), keys.get(i));
            }
        }
    }
}
