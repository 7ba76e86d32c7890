package dev.dovetail.orm.internal.query;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.portable.RowLock;
import dev.dovetail.orm.query.Column;
import dev.dovetail.orm.query.LoadOption;
import dev.dovetail.orm.query.Projection;
import dev.dovetail.orm.query.Selection;
import dev.dovetail.repository.NoResultException;
import dev.dovetail.repository.RepositoryError;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.SingularAttribute;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hibernate.query.Order;
import org.hibernate.query.restriction.Restriction;
import org.jspecify.annotations.Nullable;

/** A query for entities on the session of a unit of work. */
public class SessionSelection<T> extends SourcedQuery<T> implements Selection<T> {

    private final SelectionSource<T> source;

    SessionSelection(QueryScope scope, SelectionSource<T> source, Window window) {
        super(scope, source, window);
        this.source = source;
    }

    /** For all entities of a class. */
    public static <T> Selection<T> of(QueryScope scope, Class<T> type) {
        return new SessionSelection<>(
                scope,
                new SelectionSource<>(type, scope.loader(), null, List.of(), List.of(), List.of(), null),
                Window.ALL);
    }

    @Override
    public Selection<T> where(Restriction<? super T> restriction) {
        return with(new SelectionSource<>(
                source.type(),
                source.loader(),
                source.membership(),
                joined(source.restrictions(), List.of(restriction)),
                source.orders(),
                source.loads(),
                source.lock()));
    }

    @Override
    @SafeVarargs
    public final Selection<T> orderBy(Order<? super T>... further) {
        return with(new SelectionSource<>(
                source.type(),
                source.loader(),
                source.membership(),
                source.restrictions(),
                joined(source.orders(), Arrays.asList(further)),
                source.loads(),
                source.lock()));
    }

    @Override
    public Selection<T> load(LoadOption... further) {
        for (LoadOption load : further) {
            source.loader().require(source.type(), load.path());
        }
        return with(new SelectionSource<>(
                source.type(),
                source.loader(),
                source.membership(),
                source.restrictions(),
                source.orders(),
                joined(source.loads(), Arrays.asList(further)),
                source.lock()));
    }

    @Override
    public Selection<T> lock(RowLock lock) {
        return with(new SelectionSource<>(
                source.type(),
                source.loader(),
                source.membership(),
                source.restrictions(),
                source.orders(),
                source.loads(),
                lock));
    }

    @Override
    public Selection<T> limit(int most) {
        return new SessionSelection<>(scope(), source, window().limitedTo(most));
    }

    @Override
    public Selection<T> offset(int skipped) {
        return new SessionSelection<>(scope(), source, window().from(skipped));
    }

    @Override
    public <R> Projection<T, R> as(Class<R> row) {
        List<Column<T, ?>> columns = new ArrayList<>();
        RecordComponent[] components = row.getRecordComponents();
        if (components == null) {
            throw RowShape.mismatch(
                    row.getSimpleName() + " is no record, so it has no components to be selected by name.",
                    "it is a class, or a single value");
        }
        EntityType<T> entity = scope().open().getFactory().getJpaMetamodel().entity(source.type());
        for (RecordComponent component : components) {
            boolean isAttribute = entity.getSingularAttributes().stream()
                    .anyMatch(attribute -> attribute.getName().equals(component.getName()));
            if (!isAttribute) {
                throw RowShape.mismatch(
                        source.name() + " has no attribute '" + component.getName() + "', which " + row.getSimpleName()
                                + " has as a component.",
                        "a typing mistake, or a value of another entity: name the columns, as(" + row.getSimpleName()
                                + ".class, …)");
            }
            columns.add(new Column.Path<>(List.of(new Column.Step(component.getName(), Column.StepKind.ATTRIBUTE))));
        }
        return SessionProjection.of(scope(), source, window(), row, columns);
    }

    @Override
    @SafeVarargs
    public final <R> Projection<T, R> as(Class<R> row, SingularAttribute<? super T, ?>... attributes) {
        List<Column<T, ?>> columns = new ArrayList<>();
        for (SingularAttribute<? super T, ?> attribute : attributes) {
            columns.add(Column.of(attribute));
        }
        return SessionProjection.of(scope(), source, window(), row, columns);
    }

    @Override
    @SafeVarargs
    public final <R> Projection<T, R> as(Class<R> row, Column<T, ?>... columns) {
        return SessionProjection.of(scope(), source, window(), row, List.of(columns));
    }

    @Override
    public T get(Object id) {
        T found = source.restrictions().isEmpty()
                        && source.membership() == null
                        && !source.joinsAny()
                        && source.lock() == null
                ? find(id)
                : match(id);
        if (found == null) {
            throw new NoResultException(new Explanation(
                    RepositoryError.NO_RESULT,
                    "There is no " + source.name() + " with id " + id
                            + (source.restrictions().isEmpty() ? "." : " that matches."),
                    "it was deleted, the id never existed, or the condition excludes it",
                    "use where(…).oneOrNone() or uow.find(…) where it may be missing"));
        }
        return found;
    }

    final SelectionSource<T> source() {
        return source;
    }

    private @Nullable T find(Object id) {
        return asking("get", session -> {
            T entity = scope().ask(() -> Optional.ofNullable(session.find(source.type(), id)), Optional.<T>empty())
                    .orElse(null);
            if (entity != null) {
                source.load(session, List.of(entity), null);
            }
            return entity;
        });
    }

    private @Nullable T match(Object id) {
        return where(new IdRestriction<>(source.type(), id)).oneOrNone().orElse(null);
    }

    @Override
    Selection<T> in(QueryScope other) {
        return new SessionSelection<>(other, source, window());
    }

    private Selection<T> with(SelectionSource<T> other) {
        return new SessionSelection<>(scope(), other, window());
    }

    private static <E> List<E> joined(List<? extends E> known, List<? extends E> further) {
        List<E> all = new ArrayList<>(known);
        all.addAll(further);
        return all;
    }
}
