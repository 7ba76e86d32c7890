package dev.dovetail.repository.proxy;

import dev.dovetail.repository.spi.FindQuery;
import dev.dovetail.repository.spi.KeyedEntity;
import dev.dovetail.repository.spi.Restriction;
import dev.dovetail.repository.spi.SortKey;
import dev.dovetail.repository.spi.Window;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.PageRequest;
import jakarta.data.page.PageRequest.Cursor;
import jakarta.data.page.PageRequest.Mode;
import jakarta.data.page.impl.CursoredPageRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads pages that begin behind a row, or end before it. */
final class CursoredPages {

    private CursoredPages() {}

    static CursoredPage<Object> read(Calls calls, PageRequest request, FindQuery all) {
        if (all.order().isEmpty()) {
            throw new IllegalArgumentException(
                    calls.caller() + " returns a page with cursors, which needs an order, but none was given");
        }
        boolean isBackward = request.mode() == Mode.CURSOR_PREVIOUS;
        FindQuery query = query(calls, request, all, isBackward);
        return calls.read(() -> {
            List<KeyedEntity<Object>> found = new ArrayList<>(calls.operations().findKeyed(query));
            boolean hasMore = found.size() > request.size();
            if (hasMore) {
                found.remove(found.size() - 1);
            }
            if (isBackward) {
                Collections.reverse(found);
            }
            long total = request.requestTotal() ? calls.operations().count(all.restrictions()) : Pages.UNKNOWN;
            return page(request, found, total, hasMore);
        });
    }

    /** One more than the page has, to know whether there is another page. */
    private static FindQuery query(Calls calls, PageRequest request, FindQuery all, boolean isBackward) {
        List<SortKey> order = isBackward ? Keyset.reversed(all.order()) : all.order();
        List<Restriction> restrictions = new ArrayList<>(all.restrictions());
        request.cursor()
                .filter(cursor -> request.mode() != Mode.OFFSET)
                .ifPresent(cursor -> restrictions.add(Keyset.behind(calls, order, cursor)));
        long offset = request.mode() == Mode.OFFSET ? Paging.window(request).offset() : 0;
        int limit = request.size() == Integer.MAX_VALUE ? request.size() : request.size() + 1;
        return new FindQuery(restrictions, order, new Window(offset, limit), all.load(), all.lock());
    }

    private static CursoredPage<Object> page(
            PageRequest request, List<KeyedEntity<Object>> found, long total, boolean hasMore) {
        List<Object> content = found.stream().map(KeyedEntity::entity).toList();
        List<Cursor> cursors =
                found.stream().map(each -> Cursor.forKey(each.key().toArray())).toList();
        boolean isFirst;
        boolean isLast;
        if (content.isEmpty()) {
            isFirst = true;
            isLast = true;
        } else if (request.mode() == Mode.CURSOR_PREVIOUS) {
            isFirst = !hasMore;
            isLast = false;
        } else {
            isFirst = request.mode() == Mode.OFFSET && request.page() == 1;
            isLast = !hasMore;
        }
        return new CursoredPageRecord<>(content, cursors, total, request, isFirst, isLast);
    }
}
