package dev.dovetail.orm.internal.repository;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.repository.LoadStrategy;
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

    HqlQueries(
            Engine engine,
            EntityDescription entity,
            Class<T> type,
            Function<Class<?>, @Nullable EntityDescription> describe) {
        this.engine = engine;
        this.entity = entity;
        this.type = type;
        this.describe = describe;
    }

    List<T> list(SessionImplementor session, FindQuery query) {
        HqlStatement statement = statement("e");
        return run(session, statement, "select e", query, type);
    }

    List<KeyedEntity<T>> keyed(SessionImplementor session, FindQuery query) {
        HqlStatement statement = statement("e");
        StringBuilder select = new StringBuilder("select e");
        query.order().forEach(key -> select.append(", ").append(statement.text(new Expression.Attribute(key.path()))));
        List<KeyedEntity<T>> found = new ArrayList<>();
        for (Object[] row : run(session, statement, select.toString(), query, Object[].class)) {
            found.add(new KeyedEntity<>(type.cast(row[0]), Arrays.asList(row).subList(1, row.length)));
        }
        return found;
    }

    List<@Nullable Object[]> select(SessionImplementor session, List<Expression> selected, FindQuery query) {
        HqlStatement statement = statement("e");
        String values = selected.stream().map(statement::text).collect(Collectors.joining(", "));
        return new ArrayList<>(run(session, statement, "select " + values, query, Object[].class));
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
        HqlStatement statement = statement("e");
        String where = statement.where(restrictions);
        SelectionQuery<R> query = session.createSelectionQuery(
                "select " + selected + " from " + entity.name() + " e" + statement.joins() + where, result);
        statement.bind(query, restrictions, List.of());
        return query;
    }

    private <R> List<R> run(
            SessionImplementor session, HqlStatement statement, String select, FindQuery query, Class<R> row) {
        String where = statement.where(query.restrictions());
        String order = statement.order(query.order());
        query.load().stream()
                .filter(load -> load.strategy() == LoadStrategy.JOINED)
                .forEach(load -> statement.fetch(load.path()));
        SelectionQuery<R> selection = session.createSelectionQuery(
                select + " from " + entity.name() + " e" + statement.joins() + where + order, row);
        statement.bind(selection, query.restrictions(), List.of());
        Window window = query.window();
        if (window != null) {
            if (window.offset() > Integer.MAX_VALUE) {
                return List.of();
            }
            selection.setFirstResult((int) window.offset()).setMaxResults(window.limit());
        }
        return selection.getResultList();
    }

    private HqlStatement statement(String alias) {
        return new HqlStatement(entity, new HqlScope(engine, describe, alias));
    }
}
