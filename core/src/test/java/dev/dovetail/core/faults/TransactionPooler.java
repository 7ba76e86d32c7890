package dev.dovetail.core.faults;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * What PgBouncer does in transaction mode, and no more: clients share two sessions of the server, and get the other one
 * for each transaction. The server has to trust the user.
 */
final class TransactionPooler implements AutoCloseable {

    private static final int PROTOCOL_3 = 196_608;

    private final ServerSocket listener;
    private final BlockingQueue<Session> free = new LinkedBlockingQueue<>();

    private TransactionPooler(int serverPort) throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        for (int i = 0; i < 2; i++) {
            free.add(Session.open(serverPort));
        }
        daemon(() -> {
            while (true) {
                Socket client = listener.accept();
                client.setTcpNoDelay(true);
                daemon(() -> serve(client));
            }
        });
    }

    static TransactionPooler before(PostgresCluster cluster) throws IOException {
        return new TransactionPooler(cluster.port());
    }

    String url() {
        return "postgresql://postgres@127.0.0.1:" + listener.getLocalPort() + "/postgres";
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void daemon(Work work) {
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

    private void serve(Socket client) throws IOException {
        try (client) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            DataOutputStream out = new DataOutputStream(client.getOutputStream());
            while (startup(in) != PROTOCOL_3) {
                // It asked for encryption.
                out.write('N');
            }
            Session greeter = take();
            out.write(greeter.greeting);
            free.add(greeter);
            Session session = null;
            while (true) {
                Message message = Message.read(in);
                if (message.type == 'X') {
                    return;
                }
                session = session == null ? take() : session;
                message.write(session.out);
                if (message.type == 'S' || message.type == 'Q') {
                    if (session.answer(in, out) == 'I') {
                        free.add(session);
                        session = null;
                    }
                }
            }
        }
    }

    private Session take() throws IOException {
        try {
            return free.take();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static int startup(DataInputStream in) throws IOException {
        int length = in.readInt();
        int protocol = in.readInt();
        in.readNBytes(length - 8);
        return protocol;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Session session : free) {
            session.socket.close();
        }
    }

    private record Message(int type, byte[] body) {

        static Message read(DataInputStream in) throws IOException {
            int type = in.readUnsignedByte();
            return new Message(type, in.readNBytes(in.readInt() - 4));
        }

        void write(DataOutputStream out) throws IOException {
            out.write(type);
            out.writeInt(body.length + 4);
            out.write(body);
        }
    }

    /** A session of the server. */
    private static final class Session {
        private final Socket socket;
        private final DataInputStream in;
        private final DataOutputStream out;
        private final byte[] greeting;

        private Session(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new DataInputStream(socket.getInputStream());
            socket.setTcpNoDelay(true);
            this.out = new DataOutputStream(socket.getOutputStream());
            byte[] who = "user\0postgres\0database\0postgres\0client_encoding\0UTF8\0DateStyle\0ISO\0TimeZone\0UTC\0\0"
                    .getBytes(StandardCharsets.UTF_8);
            out.writeInt(who.length + 8);
            out.writeInt(PROTOCOL_3);
            out.write(who);
            ByteArrayOutputStream told = new ByteArrayOutputStream();
            DataOutputStream copy = new DataOutputStream(told);
            Message message;
            do {
                message = Message.read(in);
                message.write(copy);
            } while (message.type != 'Z');
            greeting = told.toByteArray();
        }

        static Session open(int port) throws IOException {
            return new Session(new Socket(InetAddress.getLoopbackAddress(), port));
        }

        /** Passes the answer on; how the server's transaction stands afterwards. */
        int answer(DataInputStream client, DataOutputStream toClient) throws IOException {
            while (true) {
                Message message = Message.read(in);
                message.write(toClient);
                if (message.type == 'Z') {
                    return message.body[0];
                }
                if (message.type == 'G') {
                    Message data;
                    do {
                        data = Message.read(client);
                        data.write(out);
                    } while (data.type == 'd');
                }
            }
        }
    }
}
