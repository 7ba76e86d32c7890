package dev.dovetail.orm.internal.query;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.page.KeysetPages;
import dev.dovetail.core.page.KeysetRow;
import dev.dovetail.core.query.StreamFunction;
import dev.dovetail.orm.query.Query;
import dev.dovetail.repository.NoResultException;
import dev.dovetail.repository.NotUniqueException;
import dev.dovetail.repository.RepositoryError;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import jakarta.data.page.PageRequest.Mode;
import jakarta.data.page.impl.PageRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** All that can be asked of a query, whatever its rows come from. */
abstract class SourcedQuery<R> implements Query<R> {

    private final QueryScope scope;
    private final Source<R> source;
    private final Window window;

    SourcedQuery(QueryScope scope, Source<R> source, Window window) {
        this.scope = scope;
        this.source = source;
        this.window = window;
    }

    final QueryScope scope() {
        return scope;
    }

    final Window window() {
        return window;
    }

    /** The same query elsewhere. */
    abstract Query<R> in(QueryScope other);

    @Override
    public List<R> list() {
        return list(window);
    }

    @Override
    public Optional<R> first() {
        return only(list(window.first(1)));
    }

    /** A single value may be null. */
    private static <R> Optional<R> only(List<R> found) {
        return found.isEmpty() ? Optional.empty() : Optional.ofNullable(found.get(0));
    }

    @Override
    public R one() {
        return oneOrNone()
                .orElseThrow(() -> new NoResultException(new Explanation(
                        RepositoryError.NO_RESULT,
                        "No " + source.name() + " matches, and one() needs exactly one.",
                        "the condition is too narrow, or the row is not there",
                        "use oneOrNone() where it may be missing")));
    }

    @Override
    public Optional<R> oneOrNone() {
        // Rows of a joined collection are no results, so all of them are needed.
        List<R> found = list(source.joinsCollection() ? window : window.first(2));
        if (found.size() > 1) {
            throw new NotUniqueException(new Explanation(
                    RepositoryError.NOT_UNIQUE,
                    "More than one " + source.name() + " matches, and only one was asked for.",
                    "the condition is too wide",
                    "narrow it, or use first() with orderBy(…), or list()"));
        }
        return only(found);
    }

    @Override
    public long count() {
        return asking("count", session -> scope.ask(() -> source.count(session), 0L));
    }

    @Override
    public boolean exists() {
        return asking("exists", session -> {
            SelectionQuery<?> query = source.any(session).setMaxResults(1);
            return !scope.<List<?>>ask(query::getResultList, List.of()).isEmpty();
        });
    }

    @Override
    public Page<R> page(PageRequest request) {
        if (request.mode() != Mode.OFFSET) {
            throw QueryErrors.cursorForPage(source.name());
        }
        requirePageable("page");
        int offset = offset(request);
        // Without the total, one more row tells whether there is another page.
        Window page = new Window(offset, request.size() + (request.requestTotal() ? 0 : 1));
        boolean[] more = new boolean[1];
        List<R> content = asking("page", session -> {
            List<R> read = read(source.pageable(session), page);
            more[0] = read.size() > request.size();
            List<R> kept = more[0] ? new ArrayList<>(read.subList(0, request.size())) : read;
            source.load(session, kept, page.first(request.size()));
            return kept;
        });
        return request.requestTotal()
                ? new PageRecord<>(request, content, count())
                : new PageRecord<>(request, content, -1, more[0]);
    }

    @Override
    public CursoredPage<R> keyset(PageRequest request) {
        requirePageable("keyset");
        List<? extends @Nullable Object> cursor =
                request.cursor().map(SourcedQuery::elements).orElse(null);
        boolean backward = request.mode() == Mode.CURSOR_PREVIOUS;
        Window page = new Window(request.mode() == Mode.OFFSET ? offset(request) : 0, request.size() + 1);
        List<KeysetRow<R>> read = asking("keyset", session -> {
            Source.KeyedRows rows = source.keyed(session, backward, cursor);
            page.apply(rows.query());
            List<KeysetRow<R>> keyed = new ArrayList<>();
            for (Object row : scope.ask(rows.query()::getResultList, List.of())) {
                keyed.add(keyed((Object[]) row, rows.width()));
            }
            source.load(
                    session,
                    keyed.stream().map(KeysetRow::value).limit(request.size()).toList(),
                    null);
            return keyed;
        });
        int size = request.size();
        if (read.size() > size && read.get(size).key().equals(read.get(size - 1).key())) {
            throw QueryErrors.sameKeyTwice(source.name());
        }
        return KeysetPages.of(request, read, this::count);
    }

    private static List<? extends @Nullable Object> elements(PageRequest.Cursor cursor) {
        List<@Nullable Object> elements = new ArrayList<>();
        for (int i = 0; i < cursor.size(); i++) {
            elements.add(cursor.get(i));
        }
        return elements;
    }

    @SuppressWarnings("NullAway") // a single value may be null, and a row of a page is any R
    private KeysetRow<R> keyed(@Nullable Object[] values, int width) {
        Object row = width == 1 ? values[0] : Arrays.copyOf(values, width);
        return new KeysetRow<>(
                source.keyedRow(row, width), Arrays.asList(values).subList(width, values.length));
    }

    @Override
    public <V extends @Nullable Object, X extends Exception> V stream(StreamFunction<R, V, X> work) throws X {
        requireCuttable("stream");
        try (RowStream<R> rows = new RowStream<>(scope, source, window)) {
            return work.apply(rows.stream());
        }
    }

    @Override
    public String sql() {
        return String.join(";\n", sql(Query::list));
    }

    @Override
    public List<String> sql(Function<? super Query<R>, ?> operation) {
        return scope.loading(source.origin("sql"), () -> {
            try (DescribingScope describing = DescribingScope.beside(scope)) {
                return describing.statementsOf(() -> operation.apply(in(describing)));
            }
        });
    }

    private List<R> list(Window part) {
        if (part.limit() != null || part.offset() > 0) {
            requireCuttable("limit");
        }
        return asking("select", session -> {
            List<R> found = read(source.rows(session), part);
            source.load(session, found, part);
            return found;
        });
    }

    private List<R> read(SelectionQuery<?> query, Window part) {
        part.apply(query);
        List<R> read = new ArrayList<>();
        for (Object row : scope.<List<?>>ask(query::getResultList, List.of())) {
            read.add(source.row(row));
        }
        return read;
    }

    final <T> T asking(String operation, Function<SessionImplementor, T> statement) {
        Supplier<T> work = () -> {
            source.prepare(scope);
            return statement.apply(scope.open());
        };
        return scope.loading(source.origin(operation), work);
    }

    private void requirePageable(String operation) {
        if (!window.isAll()) {
            throw QueryErrors.limited(operation, source.name());
        }
        requireCuttable(operation);
    }

    private void requireCuttable(String operation) {
        if (source.joinsCollection()) {
            throw QueryErrors.limitOverJoin(operation, source.name());
        }
    }

    private static int offset(PageRequest request) {
        long offset = (request.page() - 1) * request.size();
        if (offset > Integer.MAX_VALUE || offset < 0) {
            throw new IllegalArgumentException(
                    "A page cannot begin behind row " + Integer.MAX_VALUE + ", got " + request);
        }
        return (int) offset;
    }
}
