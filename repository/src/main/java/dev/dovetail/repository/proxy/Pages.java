package dev.dovetail.repository.proxy;

import dev.dovetail.repository.spi.FindQuery;
import dev.dovetail.repository.spi.Window;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import jakarta.data.page.impl.PageRecord;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads pages by their number. */
final class Pages {

    static final long UNKNOWN = -1;

    private Pages() {}

    /** Counts only where the page itself does not tell how many there are. */
    static Page<?> read(Calls calls, PageRequest request, FindQuery all, Function<FindQuery, ? extends List<?>> rows) {
        Window window = Paging.window(request);
        FindQuery query = all.in(window);
        return calls.read(() -> {
            List<@Nullable Object> content = Collections.unmodifiableList(rows.apply(query));
            return new PageRecord<>(request, content, total(calls, request, query, window, content));
        });
    }

    private static long total(Calls calls, PageRequest request, FindQuery query, Window window, List<?> content) {
        if (!request.requestTotal()) {
            return UNKNOWN;
        }
        boolean isLast = content.size() < window.limit() && (!content.isEmpty() || window.offset() == 0);
        return isLast ? window.offset() + content.size() : calls.operations().count(query.restrictions());
    }
}
