package dev.dovetail.repository.proxy;

import dev.dovetail.repository.spi.FindQuery;
import dev.dovetail.repository.spi.Window;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import jakarta.data.page.impl.PageRecord;
import java.util.List;

/** Reads one page, and counts only if the page itself does not tell the total. */
final class Pages {

    private static final long UNKNOWN = -1;

    private Pages() {}

    static Page<Object> read(Calls calls, PageRequest request, FindQuery all) {
        Window window = Paging.window(request);
        FindQuery query = new FindQuery(all.restrictions(), all.order(), window, all.load());
        return calls.read(() -> {
            List<Object> content = List.copyOf(calls.operations().find(query));
            return new PageRecord<>(request, content, total(calls, request, query, window, content));
        });
    }

    private static long total(Calls calls, PageRequest request, FindQuery query, Window window, List<Object> content) {
        if (!request.requestTotal()) {
            return UNKNOWN;
        }
        boolean isLast = content.size() < window.limit() && (!content.isEmpty() || window.offset() == 0);
        return isLast ? window.offset() + content.size() : calls.operations().count(query.restrictions());
    }
}
