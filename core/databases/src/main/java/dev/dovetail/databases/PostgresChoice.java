package dev.dovetail.databases;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Decides how PostgreSQL is started: in a container where that is possible, otherwise embedded. */
final class PostgresChoice {

    static final String PROPERTY = "dovetail.test.postgresql";
    static final String IMAGE_PROPERTY = "dovetail.test.postgresql.image";

    private static final String DEFAULT_IMAGE = "postgres:18";
    private static final Duration PULL = Duration.ofSeconds(90);

    private PostgresChoice() {}

    static Server start() throws Exception {
        String forced = Choice.of(PROPERTY, "container", "embedded");
        if (forced.equals("embedded")) {
            return EmbeddedPostgresStart.start("-D" + PROPERTY + "=embedded");
        }
        String image = System.getProperty(IMAGE_PROPERTY, "");
        image = image.isBlank() ? DEFAULT_IMAGE : image;
        return forced.equals("container") ? inContainer(image) : inContainerOrEmbedded(image);
    }

    private static Server inContainer(String image) throws Exception {
        try {
            Optional<DockerEngine> engine = engineIfAsked();
            Optional<String> lacks = engine.flatMap(found -> ContainerPostgresStart.lacks(found, image, PULL));
            if (lacks.isPresent()) {
                throw new IOException(lacks.get());
            }
            return ContainerPostgresStart.start(
                    image, engine.map(DockerEngine::isLocal).orElse(false));
        } catch (Exception e) {
            throw new IllegalStateException(
                    "-D" + PROPERTY + "=container allows no other way, and the container did not start: "
                            + e.getMessage() + ". Start a Docker engine that has or can pull " + image
                            + " (another with -D" + IMAGE_PROPERTY
                            + "=…), or leave the property out to fall back to the embedded server.",
                    e);
        }
    }

    /** Empty if only Testcontainers knows how to reach it: a named pipe, TLS, ssh, its own configuration. */
    private static Optional<DockerEngine> engineIfAsked() {
        try {
            return Optional.of(findEngine());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static DockerEngine findEngine() throws IOException {
        return DockerEngine.find(System.getenv("DOCKER_HOST"), System.getenv("DOCKER_TLS_VERIFY") != null);
    }

    private static Server inContainerOrEmbedded(String image) throws Exception {
        DockerEngine engine;
        try {
            engine = findEngine();
        } catch (IOException e) {
            return EmbeddedPostgresStart.start(String.valueOf(e.getMessage()));
        }
        Optional<String> lacks = ContainerPostgresStart.lacks(engine, image, PULL);
        if (lacks.isPresent()) {
            return EmbeddedPostgresStart.start(lacks.get());
        }
        try {
            return ContainerPostgresStart.start(image, engine.isLocal());
        } catch (IOException e) {
            return EmbeddedPostgresStart.start("a container of " + image + " did not start: " + e.getMessage());
        }
    }
}
