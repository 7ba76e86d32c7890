package dev.dovetail.orm.internal.repository;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.portable.RowLock;
import dev.dovetail.orm.internal.query.Locks;
import dev.dovetail.orm.internal.query.UnionLocks;
import dev.dovetail.orm.internal.repository.HqlPlans.Plan;
import dev.dovetail.repository.LoadStrategy;
import dev.dovetail.repository.LockMode;
import dev.dovetail.repository.spi.Assignment;
import dev.dovetail.repository.spi.EntityDescription;
import dev.dovetail.repository.spi.Expression;
import dev.dovetail.repository.spi.FindQuery;
import dev.dovetail.repository.spi.KeyedEntity;
import dev.dovetail.repository.spi.Restriction;
import dev.dovetail.repository.spi.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.query.MutationQuery;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** Writes and runs the statements of one entity in HQL. */
final class HqlQueries<T> {

    private final Engine engine;
    private final EntityDescription entity;
    private final Class<T> type;
    private final Function<Class<?>, @Nullable EntityDescription> describe;
    private final HqlPlans plans;

    HqlQueries(
            Engine engine,
            EntityDescription entity,
            Class<T> type,
            Function<Class<?>, @Nullable EntityDescription> describe) {
        this.engine = engine;
        this.entity = entity;
        this.type = type;
        this.describe = describe;
        this.plans = new HqlPlans(new RestrictionConditions(entity, describe));
    }

    List<T> list(SessionImplementor session, FindQuery query) {
        return locked(session, query, run(session, "entity", statement -> "e", query, type), entity -> entity);
    }

    /** What the statement could not lock itself is locked now. */
    private <R> List<R> locked(SessionImplementor session, FindQuery query, List<R> found, Function<R, T> entity) {
        LockMode lock = query.lock();
        return lock != null && UnionLocks.areNeeded(type, session)
                ? UnionLocks.take(rowLock(lock), found, entity, session)
                : found;
    }

    List<KeyedEntity<T>> keyed(SessionImplementor session, FindQuery query) {
        List<KeyedEntity<T>> found = new ArrayList<>();
        for (Object[] row : run(session, "keyed", statement -> keys(statement, query), query, Object[].class)) {
            found.add(new KeyedEntity<>(type.cast(row[0]), Arrays.asList(row).subList(1, row.length)));
        }
        return locked(session, query, found, KeyedEntity::entity);
    }

    List<@Nullable Object[]> select(SessionImplementor session, List<Expression> selected, FindQuery query) {
        return new ArrayList<>(run(
                session,
                selected,
                statement -> selected.stream().map(statement::text).collect(Collectors.joining(", ")),
                query,
                Object[].class));
    }

    private static String keys(HqlStatement statement, FindQuery query) {
        StringBuilder selected = new StringBuilder("e");
        query.order()
                .forEach(key -> selected.append(", ").append(statement.text(new Expression.Attribute(key.path()))));
        return selected.toString();
    }

    long count(SessionImplementor session, List<Restriction> restrictions) {
        return single(session, "count(*)", Long.class, restrictions).getSingleResult();
    }

    boolean exists(SessionImplementor session, List<Restriction> restrictions) {
        return !single(session, "1", Integer.class, restrictions)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** What leads to other entities stands in a subquery: a statement that writes joins nothing. */
    long update(
            SessionImplementor session,
            List<Assignment> assignments,
            List<@Nullable Object> arguments,
            List<Restriction> restrictions) {
        AssignedTexts.requireFitting(
                session.getFactory().getMappingMetamodel().getEntityDescriptor(type), assignments, arguments);
        HqlStatement update = statement("e");
        String set = assignments.stream().map(update::assignment).collect(Collectors.joining(", "));
        HqlStatement rows = statement("s");
        String where = rows.where(restrictions);
        boolean isLocal = rows.joins().isEmpty();
        if (isLocal) {
            where = update.where(restrictions);
        } else {
            where = " where e in (select s from " + entity.name() + " s" + rows.joins() + where + ")";
        }
        MutationQuery query = session.createMutationQuery("update "
                + (entity.versionAttribute() == null ? "" : "versioned ")
                + entity.name() + " e set " + set + where);
        update.bind(query, restrictions, arguments);
        if (!isLocal) {
            rows.bind(query, restrictions, arguments);
        }
        return query.executeUpdate();
    }

    private <R> SelectionQuery<R> single(
            SessionImplementor session, String selected, Class<R> result, List<Restriction> restrictions) {
        Plan plan = plans.plan(selected, restrictions, List.of(), List.of(), () -> {
            HqlStatement statement = statement("e");
            String where = statement.where(restrictions);
            return new Plan(select(selected, statement, where), statement);
        });
        SelectionQuery<R> query = session.createSelectionQuery(plan.hql(), result);
        plan.statement().bind(query, restrictions, List.of());
        return query;
    }

    private <R> List<R> run(
            SessionImplementor session,
            Object kind,
            Function<HqlStatement, String> selected,
            FindQuery query,
            Class<R> row) {
        Plan plan = plans.plan(kind, query.restrictions(), query.order(), query.load(), () -> {
            HqlStatement statement = statement("e");
            String what = selected.apply(statement);
            String where = statement.where(query.restrictions());
            String order = statement.order(query.order());
            query.load().stream()
                    .filter(load -> load.strategy() == LoadStrategy.JOINED)
                    .forEach(load -> statement.fetch(load.path()));
            return new Plan(select(what, statement, where + order), statement);
        });
        SelectionQuery<R> selection = session.createSelectionQuery(plan.hql(), row);
        plan.statement().bind(selection, query.restrictions(), List.of());
        LockMode lock = query.lock();
        if (lock != null && !UnionLocks.areNeeded(type, session)) {
            Locks.apply(rowLock(lock), selection.getLockOptions(), session);
        }
        Window window = query.window();
        if (window != null) {
            if (window.offset() > Integer.MAX_VALUE) {
                return List.of();
            }
            if (window.offset() > 0) {
                selection.setFirstResult((int) window.offset());
            }
            selection.setMaxResults(window.limit());
        }
        return selection.getResultList();
    }

    private String select(String selected, HqlStatement statement, String rest) {
        return "select " + selected + " from " + entity.name() + " e" + statement.joins() + rest;
    }

    private static RowLock rowLock(LockMode mode) {
        return switch (mode) {
            case WAIT -> RowLock.waiting();
            case NO_WAIT -> RowLock.noWait();
            case SKIP_LOCKED -> RowLock.skipLocked();
        };
    }

    private HqlStatement statement(String alias) {
        return new HqlStatement(entity, describe, new HqlScope(engine, describe, alias));
    }
}
