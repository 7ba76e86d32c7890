package dev.dovetail.databases;

import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports.Binding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.TestcontainersConfiguration;

/** Starts PostgreSQL in a container, through Testcontainers. */
final class ContainerPostgresStart {

    private static final String USER = "postgres";
    private static final String PASSWORD = "postgres";
    private static final int PORT = 5432;
    private static final Duration START = Duration.ofMinutes(2);

    /** What this version of Testcontainers runs; it says so nowhere but in its code. */
    static final String RYUK = "testcontainers/ryuk:0.14.0";

    private ContainerPostgresStart() {}

    /** What is missing: the image of PostgreSQL, or one of those that Testcontainers itself runs. */
    static Optional<String> lacks(DockerEngine engine, String image, Duration patience) {
        return engine.lacks(image, patience)
                .or(() -> ryuk().flatMap(ryuk -> engine.lacks(ryuk, patience)
                        .map(reason -> reason + " (TESTCONTAINERS_RYUK_DISABLED=true does without it)")))
                .or(() -> tiny().flatMap(tiny -> engine.lacks(tiny, patience)
                        .map(reason -> reason + " (TESTCONTAINERS_HOST_OVERRIDE=127.0.0.1 does without it)")));
    }

    /** The container that removes the others if this JVM is killed. */
    private static Optional<String> ryuk() {
        if (Boolean.parseBoolean(System.getenv("TESTCONTAINERS_RYUK_DISABLED"))) {
            return Optional.empty();
        }
        String configured = TestcontainersConfiguration.getInstance().getRyukImage();
        return Optional.of(configured.equals("testcontainers/ryuk:latest") ? RYUK : configured);
    }

    /** Asked for the address of the host where this JVM seems to run in a container itself. */
    private static Optional<String> tiny() {
        return System.getenv("TESTCONTAINERS_HOST_OVERRIDE") == null && Files.exists(Path.of("/.dockerenv"))
                ? Optional.of(TestcontainersConfiguration.getInstance().getTinyImage())
                : Optional.empty();
    }

    static Server start(String image, boolean local) throws IOException {
        return Bounded.call(START, () -> startContainer(image, local));
    }

    private static Server startContainer(String image, boolean local) throws SQLException {
        PostgreSQLContainer container = new PostgreSQLContainer(
                        DockerImageName.parse(image).asCompatibleSubstituteFor("postgres"))
                .withUsername(USER)
                .withPassword(PASSWORD)
                .withDatabaseName("postgres")
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300");
        if (local) {
            container.withCreateContainerCmdModifier(
                    command -> onLoopback(Objects.requireNonNull(command.getHostConfig())));
        }
        try {
            container.start();
            String host = container.getHost().equals("localhost") ? "127.0.0.1" : container.getHost();
            return new PostgresServer(
                    host, container.getMappedPort(PORT), USER, PASSWORD, "container of " + image, container::stop);
        } catch (SQLException | RuntimeException e) {
            container.stop();
            throw e;
        }
    }

    /** Docker would publish the port on all interfaces. */
    private static void onLoopback(HostConfig host) {
        host.withPortBindings(new PortBinding(Binding.bindIp("127.0.0.1"), ExposedPort.tcp(PORT)));
    }
}
