package dev.dovetail.repository.proxy;

import dev.dovetail.repository.spi.Window;
import jakarta.data.Limit;
import jakarta.data.page.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * Which parameter of a find method, if any, says which part of the results to return.
 *
 * @param limit the position of a {@code Limit}, or -1
 * @param page the position of a {@code PageRequest}, or -1
 */
record Paging(int limit, int page, int first) {

    @Nullable
    Window window(Calls calls, @Nullable Object[] arguments) {
        if (limit >= 0) {
            if (arguments[limit] instanceof Limit part) {
                return new Window(part.startAt() - 1, part.maxResults());
            }
            throw calls.nullArgument("the limit");
        }
        if (page >= 0) {
            return window(offsetRequest(calls, arguments));
        }
        return first == 0 ? null : new Window(0, first);
    }

    PageRequest request(Calls calls, @Nullable Object[] arguments) {
        if (!(arguments[page] instanceof PageRequest request)) {
            throw calls.nullArgument("the page request");
        }
        return request;
    }

    /** A request for a page by its number. */
    PageRequest offsetRequest(Calls calls, @Nullable Object[] arguments) {
        PageRequest request = request(calls, arguments);
        if (request.mode() != PageRequest.Mode.OFFSET) {
            throw new IllegalArgumentException(calls.caller()
                    + " serves pages by their number; return CursoredPage to go on from a cursor, got " + request);
        }
        return request;
    }

    static Window window(PageRequest request) {
        return new Window(Math.multiplyExact(request.page() - 1, (long) request.size()), request.size());
    }
}
