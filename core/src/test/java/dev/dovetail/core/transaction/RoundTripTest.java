package dev.dovetail.core.transaction;

import static dev.dovetail.core.bulk.BulkRow.row;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.Database;
import dev.dovetail.core.OpenDatabase;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Counted on the network, where every request waits for an answer of the server. */
@OnEachDatabase({POSTGRESQL, MARIADB})
@Timeout(60)
class RoundTripTest extends OpenDatabase {

    RoundTripTest(TestDatabase database) {
        super(database);
    }

    @Test
    void aReadOutsideATransactionIsOneRoundTripAStatement() throws IOException {
        try (Network network = Network.before(database);
                Database far = Database.open(network.url())) {
            assertThat(tenTimes(network, () -> far.read(sql -> sql.fetchCount(ACCOUNTS))))
                    .isEqualTo(10);
        }
    }

    @Test
    void aTransactionOfOneStatementIsNoMoreThanBeginStatementAndCommit() throws IOException {
        // PostgreSQL's driver sends the begin with the statement; MariaDB's sets autocommit off, and on again.
        int each = database.engine() == TestEngine.POSTGRESQL ? 2 : 4;
        try (Network network = Network.before(database);
                Database far = Database.open(network.url())) {
            assertThat(tenTimes(network, () -> far.transaction(sql -> sql.fetchCount(ACCOUNTS))))
                    .isEqualTo(10 * each);
        }
    }

    @Test
    void aBulkUpdateOfAChunkTakesFew() throws IOException {
        // PostgreSQL: the types of the columns; savepoint, update and release together; commit. MariaDB sends
        // each of them.
        int each = database.engine() == TestEngine.POSTGRESQL ? 3 : 7;
        try (Network network = Network.before(database);
                Database far = Database.open(network.url())) {
            assertThat(tenTimes(
                            network,
                            () -> far.bulk()
                                    .update(ACCOUNTS)
                                    .key(ID)
                                    .set(BALANCE)
                                    .rows(List.of(1L, 2L, 3L), id -> row(id, id))))
                    .isLessThanOrEqualTo(10 * each);
        }
    }

    /** The fewest of some rounds: a pool that looks after its connections, on a busy machine, adds to some. */
    private static int tenTimes(Network network, Runnable work) {
        int fewest = Integer.MAX_VALUE;
        for (int round = 0; round < 6; round++) {
            int before = network.roundTrips();
            for (int i = 0; i < 10; i++) {
                work.run();
            }
            fewest = Math.min(fewest, network.roundTrips() - before);
        }
        return fewest;
    }

    /** Passes on what it gets, and counts how often the client speaks after the server. */
    private static final class Network implements AutoCloseable {

        private static final Pattern ADDRESS = Pattern.compile("@([^@:/]+):(\\d+)/");

        private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final String url;
        private final String host;
        private final int port;
        private int roundTrips;

        private Network(String url) throws IOException {
            Matcher address = ADDRESS.matcher(url);
            assertThat(address.find()).as("host and port of the database").isTrue();
            this.host = address.group(1);
            this.port = Integer.parseInt(address.group(2));
            this.url = address.replaceFirst("@127.0.0.1:" + listener.getLocalPort() + "/");
            start(() -> {
                while (true) {
                    Socket client = listener.accept();
                    Socket server = new Socket(host, port);
                    client.setTcpNoDelay(true);
                    server.setTcpNoDelay(true);
                    // Each connection has its own turns: a pool opens others beside the one that works.
                    AtomicBoolean serverSpoke = new AtomicBoolean();
                    start(() -> pump(client, server, () -> clientSpeaks(serverSpoke)));
                    start(() -> pump(server, client, () -> serverSpoke.set(true)));
                }
            });
        }

        static Network before(TestDatabase database) throws IOException {
            return new Network(database.url());
        }

        String url() {
            return url;
        }

        synchronized int roundTrips() {
            return roundTrips;
        }

        private synchronized void clientSpeaks(AtomicBoolean serverSpoke) {
            if (serverSpoke.getAndSet(false)) {
                roundTrips++;
            }
        }

        private static void pump(Socket from, Socket to, Runnable heard) throws IOException {
            try (from;
                    to) {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                byte[] buffer = new byte[8192];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    heard.run();
                    out.write(buffer, 0, read);
                }
            }
        }

        private interface Work {
            void run() throws IOException;
        }

        private static void start(Work work) {
            Thread thread = new Thread(() -> {
                try {
                    work.run();
                } catch (IOException ended) {
                    // A socket was closed.
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void close() throws IOException {
            listener.close();
        }
    }
}
