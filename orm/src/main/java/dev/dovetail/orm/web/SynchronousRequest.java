package dev.dovetail.orm.web;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.orm.error.OrmError;
import dev.dovetail.orm.error.WorkException;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/** A request that is over when its servlet returns. */
final class SynchronousRequest {

    private SynchronousRequest() {}

    static void handle(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(
                request instanceof HttpServletRequest http ? new HttpRequest(http) : new PlainRequest(request),
                response);
        if (request.isAsyncStarted()) {
            throw refused();
        }
    }

    private static WorkException refused() {
        return new WorkException(
                new Explanation(
                        OrmError.ASYNC_REQUEST,
                        "A request was to go on after its filter returned, with startAsync().",
                        "its transaction belongs to the thread of the request and ends with the filter",
                        "leave this path out of the filter's mapping, and use persistence.transactor() where the work is done"));
    }

    private static final class HttpRequest extends HttpServletRequestWrapper {
        HttpRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public boolean isAsyncSupported() {
            return false;
        }

        @Override
        public AsyncContext startAsync() {
            throw refused();
        }

        @Override
        public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
            throw refused();
        }
    }

    private static final class PlainRequest extends ServletRequestWrapper {
        PlainRequest(ServletRequest request) {
            super(request);
        }

        @Override
        public boolean isAsyncSupported() {
            return false;
        }

        @Override
        public AsyncContext startAsync() {
            throw refused();
        }

        @Override
        public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
            throw refused();
        }
    }
}
