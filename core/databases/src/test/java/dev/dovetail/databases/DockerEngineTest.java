package dev.dovetail.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against an HTTP server that answers as an engine does. */
class DockerEngineTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/_ping", 200, "OK");
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(String path, int status, String body) {
        server.createContext(path, exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private DockerEngine engine() throws IOException {
        return DockerEngine.find("tcp://127.0.0.1:" + server.getAddress().getPort(), false);
    }

    @Test
    void takesAnImageThatIsPresent() throws IOException {
        answer("/images/postgres:18/json", 200, "{}");

        assertThat(engine().lacks("postgres:18", PATIENCE)).isEmpty();
    }

    @Test
    void pullsAnImageThatIsNotPresent() throws IOException {
        answer("/images/create", 200, "{\"status\":\"Pull complete\"}");

        assertThat(engine().lacks("postgres:18", PATIENCE)).isEmpty();
    }

    @Test
    void saysWhyAnImageCannotBePulled() throws IOException {
        answer("/images/create", 500, "{\"message\":\"Get \\\"https://registry/v2/\\\": no such host\"}");

        assertThat(engine().lacks("postgres:18", PATIENCE))
                .contains("image postgres:18 is not present and cannot be pulled: Get 'https://registry/v2/': no such"
                        + " host");
    }

    @Test
    void saysWhereNoEngineAnswers() {
        String host = "tcp://127.0.0.1:" + server.getAddress().getPort();
        server.stop(0);

        assertThatThrownBy(() -> DockerEngine.find(host, false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no Docker engine answers at " + host);
    }

    @Test
    void doesNotAskAnEngineThatItCannotReachPlainly() {
        assertThatThrownBy(() -> DockerEngine.find("ssh://host", false))
                .hasMessageContaining("DOCKER_HOST=ssh://host is not asked");
    }

    @Test
    void knowsTheHelperImageOfThisVersionOfTestcontainers() throws IOException {
        try (InputStream code = getClass().getResourceAsStream("/org/testcontainers/utility/RyukContainer.class")) {
            assertThat(new String(code.readAllBytes(), StandardCharsets.ISO_8859_1))
                    .contains(ContainerPostgresStart.RYUK);
        }
    }
}
