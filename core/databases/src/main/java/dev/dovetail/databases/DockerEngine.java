package dev.dovetail.databases;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks a Docker engine the few things that decide whether a container can be started, each in bounded time. Without
 * an engine this costs a look for a file; Testcontainers would search, time out and log.
 */
final class DockerEngine {

    private static final Duration ANSWER = Duration.ofSeconds(3);
    private static final Pattern ERROR = Pattern.compile("\"(?:error|message)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final SocketAddress address;

    DockerEngine(SocketAddress address) {
        this.address = address;
    }

    /** The engine that {@code DOCKER_HOST} names, or the one behind the usual sockets; says in words why none. */
    static DockerEngine find(@Nullable String dockerHost, boolean tls) throws IOException {
        if (dockerHost != null && !dockerHost.isBlank()) {
            URI uri = URI.create(dockerHost);
            if ("unix".equals(uri.getScheme())) {
                return answering(UnixDomainSocketAddress.of(uri.getPath()), dockerHost);
            }
            if ("tcp".equals(uri.getScheme()) && !tls) {
                return answering(new InetSocketAddress(uri.getHost(), uri.getPort()), dockerHost);
            }
            throw new IOException(
                    "DOCKER_HOST=" + dockerHost + " is not asked without -D" + PostgresChoice.PROPERTY + "=container");
        }
        Path socket = Stream.of(
                        "/var/run/docker.sock",
                        System.getenv("XDG_RUNTIME_DIR") + "/docker.sock",
                        System.getProperty("user.home") + "/.docker/run/docker.sock")
                .map(Path::of)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IOException("no Docker engine: no DOCKER_HOST and no docker.sock"));
        return answering(UnixDomainSocketAddress.of(socket), socket.toString());
    }

    private static DockerEngine answering(SocketAddress address, String name) throws IOException {
        DockerEngine engine = new DockerEngine(address);
        try {
            engine.request("GET /_ping", ANSWER);
        } catch (IOException e) {
            throw new IOException("no Docker engine answers at " + name + ": " + e.getMessage(), e);
        }
        return engine;
    }

    /** Whether what it starts can listen on the loopback interface of this machine. */
    boolean isLocal() {
        return address instanceof UnixDomainSocketAddress;
    }

    /** Makes sure that an image is there, pulling it if it is not; says in words why that failed. */
    Optional<String> lacks(String image, Duration patience) {
        try {
            if (request("GET /images/" + image + "/json", ANSWER).startsWith("HTTP/1.0 200")) {
                return Optional.empty();
            }
            String pulled = request(
                    "POST /images/create?fromImage=" + URLEncoder.encode(image, StandardCharsets.UTF_8), patience);
            Matcher error = ERROR.matcher(pulled);
            return error.find()
                    ? Optional.of("image " + image + " is not present and cannot be pulled: "
                            + error.group(1).replace("\\\"", "'"))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.of("image " + image + " is not present and cannot be pulled: " + e.getMessage());
        }
    }

    private String request(String line, Duration patience) throws IOException {
        try (SocketChannel channel = SocketChannel.open(
                address instanceof UnixDomainSocketAddress
                        ? StandardProtocolFamily.UNIX
                        : StandardProtocolFamily.INET)) {
            return Bounded.call(patience, () -> exchange(channel, line));
        }
    }

    private String exchange(SocketChannel channel, String line) throws IOException {
        channel.connect(address);
        ByteBuffer request =
                StandardCharsets.US_ASCII.encode(line + " HTTP/1.0\r\nHost: docker\r\nContent-Length: 0\r\n\r\n");
        while (request.hasRemaining()) {
            channel.write(request);
        }
        return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
    }
}
