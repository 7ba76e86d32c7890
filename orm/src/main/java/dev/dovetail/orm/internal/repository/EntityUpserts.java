package dev.dovetail.orm.internal.repository;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.orm.internal.entity.GeneratedIds;
import dev.dovetail.orm.internal.repository.RowAttributes.RowAttribute;
import dev.dovetail.repository.EntityStateException;
import dev.dovetail.repository.TransientReferenceException;
import dev.dovetail.repository.spi.EntityKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.hibernate.Hibernate;
import org.hibernate.engine.internal.ForeignKeys;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.query.CommonQueryContract;
import org.hibernate.query.MutationQuery;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** Inserts rows, or updates those that have the same key: {@code insert … on conflict … do update}. */
final class EntityUpserts<T> {

    /** As many as one statement writes. */
    private static final int MOST_ROWS = 100;

    private final Class<T> type;
    private final EntityPersister persister;
    private final RowAttributes attributes;
    private final List<RowAttribute> key;
    private final List<String> keyPaths;
    private final boolean inOneStatement;

    EntityUpserts(Engine engine, Class<T> type, EntityPersister persister, List<String> keyPaths) {
        this.type = type;
        this.persister = persister;
        this.attributes = new RowAttributes(persister, GeneratedIds.areGiven(persister));
        this.keyPaths = keyPaths;
        this.key =
                keyPaths.stream().flatMap(path -> attributes.at(path).stream()).toList();
        EntityKeys keys = Objects.requireNonNull(UniqueKeys.of(persister), "keys");
        boolean otherKeys = keys.unique().size() + (keys.generated() ? 0 : 1) > 1;
        // There any key would be updated by, not only the one that is meant.
        this.inOneStatement = !(otherKeys && (engine == Engine.MARIADB || engine == Engine.MYSQL));
    }

    /** Writes the rows, and returns how many they are. */
    long write(SessionImplementor session, List<? extends T> entities) {
        Map<List<Object>, T> rows = new LinkedHashMap<>();
        entities.forEach(each -> rows.put(keyOf(session, each), each));
        List<T> given = new ArrayList<>(rows.values());
        for (int from = 0; from < given.size(); from += MOST_ROWS) {
            List<T> chunk = given.subList(from, Math.min(given.size(), from + MOST_ROWS));
            if (inOneStatement) {
                insert(session, chunk, onConflict());
            } else {
                chunk.forEach(each -> updateOrInsert(session, each));
            }
        }
        return given.size();
    }

    /** The managed entities with the same keys, in the order of the given ones. */
    List<T> existing(SessionImplementor session, List<? extends T> entities) {
        Map<List<Object>, T> found = new HashMap<>();
        for (int from = 0; from < entities.size(); from += MOST_ROWS) {
            for (T each : select(session, entities.subList(from, Math.min(entities.size(), from + MOST_ROWS)))) {
                found.put(keyOf(session, each), each);
            }
        }
        return entities.stream()
                .map(each -> Objects.requireNonNull(
                        found.size() == 1 ? found.values().iterator().next() : found.get(keyOf(session, each)), "row"))
                .toList();
    }

    private List<T> select(SessionImplementor session, List<? extends T> entities) {
        StringJoiner where = new StringJoiner(" or ");
        for (int row = 0; row < entities.size(); row++) {
            where.add(condition("e.", row));
        }
        SelectionQuery<T> query =
                session.createSelectionQuery("select e from " + persister.getEntityName() + " e where " + where, type);
        for (int row = 0; row < entities.size(); row++) {
            bindKey(query, session, row, entities.get(row));
        }
        return query.getResultList();
    }

    private void insert(SessionImplementor session, List<T> entities, String conflict) {
        List<RowAttribute> columns = attributes.written();
        StringJoiner values = new StringJoiner(", ");
        for (int row = 0; row < entities.size(); row++) {
            int number = row;
            values.add(columns.stream()
                    .map(each -> ":" + parameter(number, columns.indexOf(each)))
                    .collect(Collectors.joining(", ", "(", ")")));
        }
        MutationQuery query = session.createMutationQuery("insert into " + persister.getEntityName() + " ("
                + columns.stream().map(RowAttribute::path).collect(Collectors.joining(", ")) + ") values " + values
                + conflict);
        for (int row = 0; row < entities.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                RowAttribute each = columns.get(column);
                each.bind(query, parameter(row, column), value(each, entities.get(row), session));
            }
        }
        query.executeUpdate();
    }

    private @Nullable Object value(RowAttribute attribute, T entity, SessionImplementor session) {
        Object value = attribute.valueOf(entity, session);
        if (value != null
                && attribute.target() != null
                && ForeignKeys.isTransient(attribute.target(), value, null, session)) {
            throw TransientReferenceException.of(
                    type.getSimpleName(), attribute.path(), Hibernate.getClass(value), null);
        }
        return value;
    }

    private String onConflict() {
        StringJoiner set =
                new StringJoiner(", ", " on conflict (" + String.join(", ", keyPaths) + ") do update set ", "");
        List<RowAttribute> updated = updated();
        String version = version();
        // Where there is nothing else to set, the key is what it was: not every dialect knows "do nothing".
        (updated.isEmpty() && version == null ? key : updated)
                .forEach(each -> set.add(each.path() + " = excluded." + each.path()));
        if (version != null) {
            set.add(version + " = " + (versionCounts() ? version + " + 1" : "excluded." + version));
        }
        return set.toString();
    }

    private void updateOrInsert(SessionImplementor session, T entity) {
        List<RowAttribute> updated = updated();
        if (updated.isEmpty() && version() == null
                ? select(session, List.of(entity)).isEmpty()
                : update(session, entity, updated) == 0) {
            insert(session, List.of(entity), "");
        }
    }

    private int update(SessionImplementor session, T entity, List<RowAttribute> updated) {
        StringJoiner set = new StringJoiner(", ", " set ", "");
        for (int column = 0; column < updated.size(); column++) {
            set.add("e." + updated.get(column).path() + " = :" + parameter(1, column));
        }
        if (updated.isEmpty()) {
            key.forEach(each -> set.add("e." + each.path() + " = e." + each.path()));
        }
        MutationQuery query = session.createMutationQuery("update " + (version() == null ? "" : "versioned ")
                + persister.getEntityName() + " e" + set + " where " + condition("e.", 0));
        for (int column = 0; column < updated.size(); column++) {
            RowAttribute each = updated.get(column);
            each.bind(query, parameter(1, column), value(each, entity, session));
        }
        bindKey(query, session, 0, entity);
        return query.executeUpdate();
    }

    private List<RowAttribute> updated() {
        return attributes.written().stream()
                .filter(each -> each.updated() && !key.contains(each))
                .toList();
    }

    private @Nullable String version() {
        return persister.getVersionMapping() == null
                ? null
                : persister.getVersionMapping().getVersionAttribute().getAttributeName();
    }

    /** Or else it is the time of the change. */
    private boolean versionCounts() {
        return Number.class.isAssignableFrom(
                persister.getVersionMapping().getJavaType().getJavaTypeClass());
    }

    private String condition(String alias, int row) {
        StringJoiner all = new StringJoiner(" and ", "(", ")");
        for (int part = 0; part < key.size(); part++) {
            all.add(alias + key.get(part).path() + " = :" + keyParameter(row, part));
        }
        return all.toString();
    }

    private void bindKey(CommonQueryContract query, SessionImplementor session, int row, T entity) {
        for (int part = 0; part < key.size(); part++) {
            RowAttribute each = key.get(part);
            each.bind(query, keyParameter(row, part), each.value().apply(entity));
        }
    }

    private static String parameter(int row, int column) {
        return "v" + row + "_" + column;
    }

    private static String keyParameter(int row, int part) {
        return "k" + row + "_" + part;
    }

    private List<Object> keyOf(SessionImplementor session, T entity) {
        List<Object> values = new ArrayList<>(key.size());
        for (RowAttribute part : key) {
            Object value = part.value().apply(entity);
            if (value == null) {
                throw EntityStateException.withoutKey(type.getSimpleName(), part.path());
            }
            boolean isEntity = session.getFactory().getMappingMetamodel().isEntityClass(value.getClass());
            values.add(isEntity ? session.getFactory().getPersistenceUnitUtil().getIdentifier(value) : value);
        }
        return values;
    }
}
