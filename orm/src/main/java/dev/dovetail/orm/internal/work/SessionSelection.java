package dev.dovetail.orm.internal.work;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.orm.error.OrmError;
import dev.dovetail.orm.error.WorkException;
import dev.dovetail.orm.internal.fetch.Origin;
import dev.dovetail.orm.internal.load.SelectinLoader;
import dev.dovetail.orm.query.LoadOption;
import dev.dovetail.orm.query.Selection;
import dev.dovetail.repository.NoResultException;
import dev.dovetail.repository.NotUniqueException;
import dev.dovetail.repository.RepositoryError;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import jakarta.data.page.impl.PageRecord;
import jakarta.persistence.criteria.FetchParent;
import jakarta.persistence.criteria.JoinType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.query.Order;
import org.hibernate.query.SelectionQuery;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.hibernate.query.criteria.JpaCriteriaQuery;
import org.hibernate.query.criteria.JpaRoot;
import org.hibernate.query.restriction.Restriction;
import org.hibernate.query.specification.SelectionSpecification;
import org.jspecify.annotations.Nullable;

/** A query on the session of a unit of work. */
record SessionSelection<T>(
        SessionWork work,
        SelectinLoader loader,
        Class<T> type,
        List<Restriction<? super T>> restrictions,
        List<Order<? super T>> orders,
        List<LoadOption> loads,
        @Nullable Integer most)
        implements Selection<T> {

    static <T> Selection<T> of(SessionWork work, SelectinLoader loader, Class<T> type) {
        return new SessionSelection<>(work, loader, type, List.of(), List.of(), List.of(), null);
    }

    @Override
    public Selection<T> where(Restriction<? super T> restriction) {
        return new SessionSelection<>(work, loader, type, with(restrictions, restriction), orders, loads, most);
    }

    @Override
    @SafeVarargs
    public final Selection<T> orderBy(Order<? super T>... further) {
        return new SessionSelection<>(work, loader, type, restrictions, with(orders, further), loads, most);
    }

    @Override
    public Selection<T> load(LoadOption... further) {
        for (LoadOption load : further) {
            loader.require(type, load.path());
        }
        return new SessionSelection<>(work, loader, type, restrictions, orders, with(loads, further), most);
    }

    @Override
    public Selection<T> limit(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("A limit must be positive, got " + limit);
        }
        return new SessionSelection<>(work, loader, type, restrictions, orders, loads, limit);
    }

    @Override
    public List<T> list() {
        return list(0, most);
    }

    @Override
    public Optional<T> first() {
        return list(0, 1).stream().findFirst();
    }

    @Override
    public T one() {
        return oneOrNone()
                .orElseThrow(() -> new NoResultException(new Explanation(
                        RepositoryError.NO_RESULT,
                        "No " + type.getSimpleName() + " matches, and one() needs exactly one.",
                        "the condition is too narrow, or the row is not there",
                        "use oneOrNone() where it may be missing")));
    }

    @Override
    public Optional<T> oneOrNone() {
        List<T> found = list(0, joinsCollection() ? null : Integer.valueOf(2));
        if (found.size() > 1) {
            throw new NotUniqueException(new Explanation(
                    RepositoryError.NOT_UNIQUE,
                    "More than one " + type.getSimpleName() + " matches, and only one was asked for.",
                    "the condition is too wide",
                    "narrow it, or use first() with orderBy(…), or list()"));
        }
        return found.stream().findFirst();
    }

    @Override
    public long count() {
        return work.loading(Origin.of("count", type), () -> {
            JpaCriteriaQuery<Long> query = builder().createQuery(Long.class);
            JpaRoot<T> root = query.from(type);
            restrict(query, root);
            return work.open()
                    .createSelectionQuery(query.select(builder().count(root)))
                    .getSingleResult();
        });
    }

    @Override
    public boolean exists() {
        return work.loading(Origin.of("exists", type), () -> {
            JpaCriteriaQuery<Integer> query = builder().createQuery(Integer.class);
            JpaRoot<T> root = query.from(type);
            restrict(query, root);
            query.select(builder().literal(1));
            return !work.open()
                    .createSelectionQuery(query)
                    .setMaxResults(1)
                    .getResultList()
                    .isEmpty();
        });
    }

    @Override
    public Page<T> page(PageRequest request) {
        long offset = (request.page() - 1) * request.size();
        if (offset > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "A page cannot begin behind row " + Integer.MAX_VALUE + ", got " + request);
        }
        List<T> content = list((int) offset, request.size());
        return request.requestTotal()
                ? new PageRecord<>(request, content, count())
                : new PageRecord<>(request, content, -1);
    }

    @Override
    public Stream<T> stream() {
        return list().stream();
    }

    private List<T> list(int offset, @Nullable Integer limit) {
        if (limit != null && joinsCollection()) {
            throw new WorkException(new Explanation(
                    OrmError.LIMIT_OVER_JOIN,
                    "A limit or page of " + type.getSimpleName() + " cannot be combined with a joined collection.",
                    "the join repeats each " + type.getSimpleName()
                            + " for each element, so the database would cut in the middle of one",
                    "load the collection with selectin(…) instead of joined(…)"));
        }
        return work.loading(Origin.of("select", type), () -> {
            SelectionQuery<T> query = specification().createQuery(work.open());
            if (offset > 0) {
                query.setFirstResult(offset);
            }
            if (limit != null) {
                query.setMaxResults(limit);
            }
            List<T> found = query.getResultList();
            for (LoadOption load : loads) {
                if (load instanceof LoadOption.Selectin selectin) {
                    loader.load(work.open(), found, selectin.path());
                }
            }
            return found;
        });
    }

    private SelectionSpecification<T> specification() {
        SelectionSpecification<T> specification = SelectionSpecification.create(type);
        for (Restriction<? super T> restriction : restrictions) {
            specification = specification.restrict(restriction);
        }
        for (Order<? super T> order : orders) {
            specification = specification.sort(order);
        }
        for (LoadOption load : loads) {
            if (load instanceof LoadOption.Joined joined) {
                specification = specification.augment((builder, query, root) -> fetch(root, joined.path()));
            }
        }
        return specification;
    }

    private static void fetch(FetchParent<?, ?> from, String path) {
        FetchParent<?, ?> at = from;
        for (String step : path.split("\\.")) {
            at = existing(at, step);
        }
    }

    /** Two paths that begin with the same step share its join. */
    private static FetchParent<?, ?> existing(FetchParent<?, ?> from, String step) {
        for (var fetch : from.getFetches()) {
            if (fetch.getAttribute().getName().equals(step)) {
                return fetch;
            }
        }
        return from.fetch(step, JoinType.LEFT);
    }

    private boolean joinsCollection() {
        return loads.stream()
                .anyMatch(
                        load -> load instanceof LoadOption.Joined && loader.leadsThroughCollection(type, load.path()));
    }

    private void restrict(JpaCriteriaQuery<?> query, JpaRoot<T> root) {
        if (!restrictions.isEmpty()) {
            query.where(restrictions.stream()
                    .map(restriction -> restriction.toPredicate(root, builder()))
                    .toArray(jakarta.persistence.criteria.Predicate[]::new));
        }
    }

    private HibernateCriteriaBuilder builder() {
        SessionImplementor session = work.open();
        return session.getCriteriaBuilder();
    }

    private static <E> List<E> with(List<E> known, E further) {
        List<E> all = new ArrayList<>(known);
        all.add(further);
        return List.copyOf(all);
    }

    @SafeVarargs
    private static <E> List<E> with(List<E> known, E... further) {
        List<E> all = new ArrayList<>(known);
        all.addAll(List.of(further));
        return List.copyOf(all);
    }
}
