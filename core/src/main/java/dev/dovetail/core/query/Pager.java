package dev.dovetail.core.query;

import dev.dovetail.core.page.KeysetPages;
import dev.dovetail.core.page.KeysetRow;
import dev.dovetail.core.page.SortKey;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import jakarta.data.page.PageRequest.Cursor;
import jakarta.data.page.PageRequest.Mode;
import jakarta.data.page.impl.PageRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Configuration;
import org.jspecify.annotations.Nullable;

/** Cuts pages from a query. Thread-safe. */
final class Pager<T extends @Nullable Object> {

    private final QueryPlan<T> plan;
    private final PageSelect select;
    private final ColumnReader[] columns;

    Pager(QueryPlan<T> plan, PageSelect select) {
        this.plan = plan;
        this.select = select;
        Configuration configuration = plan.planner().configuration();
        this.columns = select.columns().stream()
                .map(column -> Bindings.reader(column, configuration))
                .toArray(ColumnReader[]::new);
    }

    Page<T> page(PageRequest request, @Nullable Object[] values) {
        if (request.mode() != Mode.OFFSET) {
            throw QueryErrors.cursorForOffsetPage();
        }
        List<KeysetRow<T>> read = read(PageShape.OFFSET, request, Map.of(PageSelect.OFFSET, offset(request)), values);
        List<T> content = new ArrayList<>();
        kept(read, request).forEach(entry -> content.add(entry.value()));
        return request.requestTotal()
                ? new PageRecord<>(request, content, plan.count(values))
                : new PageRecord<>(request, content, -1, read.size() > request.size());
    }

    CursoredPage<T> cursoredPage(PageRequest request, @Nullable Object[] values) {
        boolean backward = request.mode() == Mode.CURSOR_PREVIOUS;
        List<KeysetRow<T>> read;
        if (request.mode() == Mode.OFFSET) {
            read = read(PageShape.OFFSET, request, Map.of(PageSelect.OFFSET, offset(request)), values);
        } else {
            List<? extends @Nullable Object> cursor = accepted(request.cursor().orElseThrow());
            Map<String, @Nullable Object> keys = new HashMap<>();
            for (int i = 0; i < cursor.size(); i++) {
                keys.put(PageSelect.keyName(i), cursor.get(i));
            }
            read = read(PageShape.behind(backward, cursor), request, keys, values);
        }
        requireDistinctKeys(read, request);
        return KeysetPages.of(request, read, () -> plan.count(values));
    }

    private List<KeysetRow<T>> read(
            PageShape shape, PageRequest request, Map<String, ?> keys, @Nullable Object[] values) {
        Planner planner = planner(shape);
        Map<String, @Nullable Object> own = new HashMap<>(keys);
        // One more row tells whether there is another page.
        own.put(PageSelect.LIMIT, (int) Math.min(Integer.MAX_VALUE, request.size() + 1L));
        @Nullable Object[] bound = planner.parameters().from(plan.planner().parameters(), values, own);
        return plan.runner().<List<KeysetRow<T>>, RuntimeException>query(planner.plan(bound), bound, 0, rows -> {
            Row row = new Row(rows.result(), columns);
            List<KeysetRow<T>> read = new ArrayList<>();
            while (rows.next()) {
                List<@Nullable Object> key = new ArrayList<>();
                for (int place : select.places()) {
                    key.add(row.get(place));
                }
                read.add(new KeysetRow<>(plan.read(row), key));
            }
            return read;
        });
    }

    private Planner planner(PageShape shape) {
        return plan.planner().derived(this, shape, family -> switch (shape.kind()) {
            case COUNT -> throw new IllegalStateException("A count is no page");
            case OFFSET -> select.atOffset();
            case FORWARD, BACKWARD -> select.behind(shape, family);
        });
    }

    private List<KeysetRow<T>> kept(List<KeysetRow<T>> read, PageRequest request) {
        requireDistinctKeys(read, request);
        return read.subList(0, Math.min(read.size(), request.size()));
    }

    private void requireDistinctKeys(List<KeysetRow<T>> read, PageRequest request) {
        if (read.size() > request.size()
                && read.get(request.size())
                        .key()
                        .equals(read.get(request.size() - 1).key())) {
            throw QueryErrors.sameKeyTwice(plan.planner().first().sql());
        }
    }

    private List<? extends @Nullable Object> accepted(Cursor cursor) {
        List<SortKey<?>> keys = select.keys();
        if (cursor.size() != keys.size()) {
            throw QueryErrors.cursorSize(cursor.size(), keys);
        }
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Object value = cursor.get(i);
            values.add(value);
            if (value != null && !keys.get(i).field().getType().isInstance(value)) {
                throw QueryErrors.cursorType(i, value, keys);
            }
        }
        return values;
    }

    private static long offset(PageRequest request) {
        if (request.page() - 1 > Long.MAX_VALUE / request.size()) {
            throw QueryErrors.pageTooFar(request);
        }
        return (request.page() - 1) * request.size();
    }
}
