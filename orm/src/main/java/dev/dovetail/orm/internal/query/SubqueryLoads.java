package dev.dovetail.orm.internal.query;

import jakarta.persistence.criteria.FetchParent;
import jakarta.persistence.criteria.From;
import jakarta.persistence.criteria.JoinType;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Selection;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.ManagedType;
import jakarta.persistence.metamodel.PluralAttribute;
import jakarta.persistence.metamodel.SingularAttribute;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.hibernate.query.criteria.JpaCriteriaQuery;
import org.hibernate.query.criteria.JpaEntityJoin;
import org.hibernate.query.criteria.JpaRoot;
import org.hibernate.query.criteria.JpaSubQuery;
import org.jspecify.annotations.Nullable;

/** Loads associations by running the query of their owners again, as a derived table where it has a limit. */
public final class SubqueryLoads<T> {

    private final SubqueryOwners<T> owners;
    private final SessionImplementor session;
    private final HibernateCriteriaBuilder builder;
    private final Window window;

    private SubqueryLoads(SubqueryOwners<T> owners, SessionImplementor session, Window window) {
        this.owners = owners;
        this.session = session;
        this.builder = session.getCriteriaBuilder();
        this.window = window;
    }

    static <T> SubqueryLoads<T> of(SubqueryOwners<T> owners, SessionImplementor session, Window window) {
        return new SubqueryLoads<>(owners, session, window);
    }

    /** For a query that skips {@code offset} and returns {@code limit} at most, all if that is null. */
    public static <T> SubqueryLoads<T> of(
            SubqueryOwners<T> owners, SessionImplementor session, int offset, @Nullable Integer limit) {
        return new SubqueryLoads<>(owners, session, new Window(offset, limit));
    }

    /** The id of an entity as an order, to stand behind another one. */
    public static List<Order> byId(HibernateCriteriaBuilder builder, JpaRoot<?> root) {
        return EntityIds.of(root).stream().<Order>map(key -> key.order(builder)).toList();
    }

    /** Loads every association on a path. */
    public void load(String path) {
        List<String> steps = List.of(path.split("\\."));
        for (int from = 0; from < steps.size(); ) {
            from = load(steps, from);
        }
    }

    /** Loads one association on the way, and returns the step behind it. */
    private int load(List<String> steps, int first) {
        JpaCriteriaQuery<Object> query = builder.createQuery(Object.class);
        From<?, ?> at = again(query);
        ManagedType<?> type = session.getFactory().getJpaMetamodel().entity(owners.type());
        From<?, ?> owner = at;
        for (int i = 0; i < first; i++) {
            at = at.join(steps.get(i), JoinType.INNER);
            type = target(type, steps.get(i));
            if (type instanceof EntityType) {
                owner = at;
            }
        }
        FetchParent<?, ?> fetched = owner;
        int step = first;
        do {
            fetched = fetched.fetch(steps.get(step), JoinType.LEFT);
            type = target(type, steps.get(step));
            step++;
        } while (step < steps.size() && type != null && !(type instanceof EntityType));
        query.select(owner);
        if (first > 0) {
            query.distinct(true);
        }
        session.createSelectionQuery(query).getResultList();
        return step;
    }

    /** The owners, once more. */
    private From<?, ?> again(JpaCriteriaQuery<Object> query) {
        if (window.isAll()) {
            JpaRoot<T> root = query.from(owners.type());
            List<Predicate> conditions = owners.conditions(builder, query, root);
            if (!conditions.isEmpty()) {
                query.where(conditions.toArray(Predicate[]::new));
            }
            return root;
        }
        JpaSubQuery<Object[]> cut = query.subquery(Object[].class);
        JpaRoot<T> root = cut.from(owners.type());
        List<SortBy> ids = EntityIds.of(root);
        List<Selection<?>> columns = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            columns.add(ids.get(i).value().alias("id" + i));
        }
        cut.multiselect(columns);
        List<Predicate> conditions = owners.conditions(builder, cut, root);
        if (!conditions.isEmpty()) {
            cut.where(conditions.toArray(Predicate[]::new));
        }
        cut.orderBy(owners.order(builder, root));
        if (window.offset() > 0) {
            cut.offset(window.offset());
        }
        if (window.limit() != null) {
            cut.fetch(window.limit());
        }
        var found = query.from(cut);
        JpaEntityJoin<?, T> joined = found.join(owners.type());
        List<Predicate> same = new ArrayList<>();
        List<SortBy> own = EntityIds.of(joined, root.getModel());
        for (int i = 0; i < own.size(); i++) {
            same.add(builder.equal(own.get(i).value(), found.get("id" + i)));
        }
        joined.on(same.toArray(Predicate[]::new));
        return joined;
    }

    private static @Nullable ManagedType<?> target(@Nullable ManagedType<?> type, String step) {
        Attribute<?, ?> attribute = java.util.Objects.requireNonNull(type).getAttribute(step);
        Object target = attribute instanceof PluralAttribute<?, ?, ?> plural
                ? plural.getElementType()
                : ((SingularAttribute<?, ?>) attribute).getType();
        return target instanceof ManagedType<?> managed ? managed : null;
    }
}
