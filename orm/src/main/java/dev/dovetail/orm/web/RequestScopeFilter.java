package dev.dovetail.orm.web;

import dev.dovetail.core.transaction.Transactor;
import dev.dovetail.repository.Persistence;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Gives each web request a transaction, and with it a unit of work: committed when the request succeeds, rolled back when
 * anything is thrown or the status is 500 or above, ended on every path. The repositories and {@code unitOfWork()} that
 * the request uses on its thread join it. Thread-safe; one for an application.
 *
 * <p>The commit comes after the servlet has returned. A failure of it reaches the container, which answers with status 500
 * if the response is still in its buffer; what was flushed before cannot be taken back, so do not flush a response that
 * says something was done. A transaction that holds a connection lasts as long as the request: keep slow clients and
 * remote calls out of the filter's mapping. It is begun when the request comes; the session, when it is first used.
 *
 * <p>Forwards and includes join. {@code startAsync} is refused with a {@link dev.dovetail.orm.error.WorkException}: the transaction
 * belongs to the thread.
 */
public final class RequestScopeFilter implements Filter {

    private static final int FIRST_SERVER_ERROR = 500;
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Transactor transactor;
    private final boolean readOnlyReads;

    private RequestScopeFilter(Transactor transactor, boolean readOnlyReads) {
        this.transactor = transactor;
        this.readOnlyReads = readOnlyReads;
    }

    /** A filter whose transactions may write, whatever the method of the request. */
    public static RequestScopeFilter of(Persistence persistence) {
        return of(persistence.transactor());
    }

    /** Like {@link #of(Persistence)}, with transactions as they are configured: isolation, time-out. */
    public static RequestScopeFilter of(Transactor transactor) {
        return new RequestScopeFilter(transactor, false);
    }

    /** A copy in which GET and HEAD requests get read-only transactions. */
    public RequestScopeFilter readOnlyReads() {
        return new RequestScopeFilter(transactor, true);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (transactor.isActive()) {
            chain.doFilter(request, response);
            return;
        }
        try {
            transactorFor(request).run(() -> {
                SynchronousRequest.handle(request, response, chain);
                if (response instanceof HttpServletResponse http && http.getStatus() >= FIRST_SERVER_ERROR) {
                    throw new FailedResponse();
                }
            });
        } catch (FailedResponse rolledBack) {
            // The response says it.
        } catch (IOException | ServletException | RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new ServletException(impossible);
        }
    }

    private Transactor transactorFor(ServletRequest request) {
        return readOnlyReads && request instanceof HttpServletRequest http && READING.contains(http.getMethod())
                ? transactor.readOnly()
                : transactor;
    }

    /** Ends the transaction of a request that answered with an error. */
    private static final class FailedResponse extends Exception {
        private static final long serialVersionUID = 1L;

        FailedResponse() {
            super("the response says it", null, false, false);
        }
    }
}
