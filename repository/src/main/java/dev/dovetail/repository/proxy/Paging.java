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
record Paging(int limit, int page) {

    @Nullable
    Window window(Calls calls, @Nullable Object[] arguments) {
        if (limit >= 0) {
            if (arguments[limit] instanceof Limit part) {
                return new Window(part.startAt() - 1, part.maxResults());
            }
            throw calls.nullArgument("the limit");
        }
        return page < 0 ? null : window(request(calls, arguments));
    }

    PageRequest request(Calls calls, @Nullable Object[] arguments) {
        if (!(arguments[page] instanceof PageRequest request)) {
            throw calls.nullArgument("the page request");
        }
        if (request.mode() != PageRequest.Mode.OFFSET) {
            throw new UnsupportedOperationException(calls.caller()
                    + " serves pages by their number; a page request with a cursor is not supported, got " + request);
        }
        return request;
    }

    static Window window(PageRequest request) {
        return new Window(Math.multiplyExact(request.page() - 1, (long) request.size()), request.size());
    }
}
