package dev.dovetail.orm.web;

import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.error.ReadOnlyException;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.ShopTest;
import dev.dovetail.orm.error.WorkException;
import dev.dovetail.orm.model.Role;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@OnEachDatabase({SQLITE, POSTGRESQL})
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RequestScopeFilterTest extends ShopTest {

    private final Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicReference<Throwable> thrown = new AtomicReference<>();

    RequestScopeFilterTest(TestDatabase database) {
        super(database);
    }

    /** What a request does. */
    private interface Work {
        void handle(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException;
    }

    private final AtomicReference<Work> work = new AtomicReference<>();

    /** Runs the test's work, and keeps what it throws. */
    private final class WorkServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws IOException, ServletException {
            try {
                work.get().handle(request, response);
            } catch (Throwable failure) {
                thrown.set(failure);
                throw failure;
            }
        }
    }

    @BeforeEach
    void start() throws Exception {
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(new WorkServlet()), "/*");
        FilterHolder filter =
                new FilterHolder(RequestScopeFilter.of(persistence).readOnlyReads());
        filter.setAsyncSupported(true);
        context.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST, DispatcherType.FORWARD));
        server.setHandler(context);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    private int send(String method, Work handler) throws IOException, InterruptedException {
        return send(method, "/", handler);
    }

    private int send(String method, String path, Work handler) throws IOException, InterruptedException {
        work.set(handler);
        thrown.set(null);
        int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        URI uri = URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + port + path);
        return client.send(
                        HttpRequest.newBuilder(uri)
                                .method(method, HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private int roles() {
        return count(DSL.table(DSL.name("roles")));
    }

    private void addRole(String code) {
        persistence.unitOfWork().add(new Role(code, "Role " + code));
    }

    @Test
    void aRequestThatSucceedsIsCommitted() throws Exception {
        assertThat(send("POST", (request, response) -> {
                    addRole("a");
                    response.setStatus(201);
                }))
                .isEqualTo(201);
        assertThat(roles()).isEqualTo(1);
    }

    @Test
    void aClientErrorIsAnAnswerAndCommitted() throws Exception {
        assertThat(send("POST", (request, response) -> {
                    addRole("a");
                    response.sendError(404);
                }))
                .isEqualTo(404);
        assertThat(roles()).isEqualTo(1);
    }

    @Test
    void anExceptionRollsBack() throws Exception {
        assertThat(send("POST", (request, response) -> {
                    addRole("a");
                    persistence.unitOfWork().flush();
                    throw new ServletException("broken");
                }))
                .isEqualTo(500);
        assertThat(roles()).isZero();
    }

    @Test
    void anErrorRollsBack() throws Exception {
        assertThat(send("POST", (request, response) -> {
                    addRole("a");
                    throw new AssertionError("broken");
                }))
                .isEqualTo(500);
        assertThat(roles()).isZero();
        assertThat(db.pool().active()).isZero();
    }

    @Test
    void aStatusOf500OrAboveRollsBack() throws Exception {
        for (int status : new int[] {500, 503}) {
            assertThat(send("POST", (request, response) -> {
                        addRole("a");
                        response.setStatus(status);
                    }))
                    .isEqualTo(status);
            assertThat(send("POST", (request, response) -> {
                        addRole("a");
                        response.sendError(status);
                    }))
                    .isEqualTo(status);
        }
        assertThat(roles()).isZero();
    }

    @Test
    void aCommitThatFailsIsNoSuccess() throws Exception {
        assertThat(send("POST", (request, response) -> addRole("a"))).isEqualTo(200);
        assertThat(send("POST", (request, response) -> {
                    addRole("a");
                    response.getWriter().print("done");
                }))
                .isEqualTo(500);
        assertThat(roles()).isEqualTo(1);
    }

    @Test
    void readingRequestsMayNotWrite() throws Exception {
        assertThat(send("GET", (request, response) -> addRole("a"))).isEqualTo(500);
        assertThat(thrown.get()).isInstanceOf(ReadOnlyException.class);
        assertThat(send("HEAD", (request, response) -> addRole("a"))).isEqualTo(500);
        assertThat(send(
                        "GET",
                        (request, response) -> assertThat(persistence
                                        .unitOfWork()
                                        .select(Role.class)
                                        .list())
                                .isEmpty()))
                .isEqualTo(200);
        assertThat(roles()).isZero();
    }

    @Test
    void aForwardJoins() throws Exception {
        assertThat(send("POST", "/first", (request, response) -> {
                    addRole(request.getServletPath() + request.getPathInfo());
                    if ("/first".equals(request.getPathInfo())) {
                        request.getRequestDispatcher("/second").forward(request, response);
                    } else {
                        assertThat(persistence.unitOfWork().select(Role.class).list())
                                .isEmpty();
                        response.setStatus(500);
                    }
                }))
                .isEqualTo(500);
        assertThat(roles()).isZero();
    }

    @Test
    void asynchronousWorkIsRefused() throws Exception {
        assertThat(send("POST", (request, response) -> {
                    addRole("a");
                    assertThat(request.isAsyncSupported()).isFalse();
                    request.startAsync();
                }))
                .isEqualTo(500);
        assertThat(thrown.get())
                .isInstanceOf(WorkException.class)
                .hasMessageContaining("startAsync()")
                .hasMessageContaining("DVT-521");
        assertThat(roles()).isZero();
    }

    @Test
    void eachRequestHasAUnitOfWorkOfItsOwn() throws Exception {
        AtomicReference<dev.dovetail.orm.work.UnitOfWork> kept = new AtomicReference<>();
        assertThat(send("POST", (request, response) -> kept.set(persistence.unitOfWork())))
                .isEqualTo(200);
        assertThat(send(
                        "POST",
                        (request, response) ->
                                assertThat(persistence.unitOfWork()).isNotSameAs(kept.get())))
                .isEqualTo(200);
        assertThatThrownBy(() -> kept.get().flush())
                .isInstanceOf(WorkException.class)
                .hasMessageContaining("after its transaction ended");
        assertThat(tx.isActive()).isFalse();
    }
}
