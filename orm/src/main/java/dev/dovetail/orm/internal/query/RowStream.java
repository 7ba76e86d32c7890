package dev.dovetail.orm.internal.query;

import dev.dovetail.core.engine.Engine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hibernate.ScrollMode;
import org.hibernate.ScrollableResults;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** The results of a query, read in batches, of which the unit of work keeps only the last. */
final class RowStream<R> implements AutoCloseable {

    private static final int BATCH = 500;

    private final QueryScope scope;
    private final Source<R> source;
    private final Window window;
    private final Deque<Optional<R>> batch = new ArrayDeque<>();
    private @Nullable SessionImplementor session;
    private @Nullable ScrollableResults<?> rows;
    private @Nullable StreamedEntities streamed;
    private boolean finished;

    RowStream(QueryScope scope, Source<R> source, Window window) {
        this.scope = scope;
        this.source = source;
        this.window = window;
    }

    Stream<R> stream() {
        return StreamSupport.stream(
                new AbstractSpliterator<R>(Long.MAX_VALUE, AbstractSpliterator.ORDERED) {
                    @Override
                    public boolean tryAdvance(Consumer<? super R> action) {
                        Optional<R> next = next();
                        if (next == null) {
                            return false;
                        }
                        action.accept(next.orElse(null));
                        return true;
                    }
                },
                false);
    }

    private @Nullable Optional<R> next() {
        if (batch.isEmpty() && !finished) {
            scope.loading(source.origin("stream"), () -> {
                readBatch();
                return true;
            });
        }
        return batch.poll();
    }

    private void readBatch() {
        SessionImplementor open = begun();
        if (scope.open() != open) {
            finished = true;
            throw QueryErrors.endedStream(source.name());
        }
        letGo();
        ScrollableResults<?> results = rows;
        if (results == null) {
            finished = true;
            return;
        }
        if (streamed != null) {
            streamed.beforeLoading();
        }
        List<R> found = new ArrayList<>();
        while (found.size() < BATCH && results.next()) {
            found.add(source.row(results.get()));
        }
        finished = found.size() < BATCH;
        source.load(open, found, null);
        if (streamed != null) {
            streamed.afterLoading();
        }
        found.forEach(row -> batch.add(Optional.ofNullable(row)));
    }

    private SessionImplementor begun() {
        if (session != null) {
            return session;
        }
        source.prepare(scope);
        SessionImplementor open = scope.open();
        session = open;
        SelectionQuery<?> query = source.rows(open);
        window.apply(query);
        if (scope.engine() != Engine.MYSQL) {
            query.setFetchSize(BATCH);
        }
        rows = scope.<@Nullable Object>ask(() -> query.scroll(ScrollMode.FORWARD_ONLY), "")
                        instanceof ScrollableResults<?> results
                ? results
                : null;
        streamed = new StreamedEntities(open);
        return open;
    }

    private void letGo() {
        if (streamed != null) {
            streamed.letGo(scope::hasPendingChanges);
        }
    }

    @Override
    public void close() {
        finished = true;
        batch.clear();
        SessionImplementor open = session;
        if (open == null || !open.isOpenOrWaitingForAutoClose()) {
            return;
        }
        try {
            if (rows != null) {
                rows.close();
            }
        } finally {
            letGo();
        }
    }
}
