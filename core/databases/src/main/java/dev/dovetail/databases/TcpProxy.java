package dev.dovetail.databases;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A network that fails when a test wants it to: listens on 127.0.0.1 and passes on what it gets, until it is told
 * otherwise. Thread-safe.
 */
public final class TcpProxy implements AutoCloseable {

    private enum Mode {
        FLOW,
        STALL,
        BREAK_AT_REQUEST,
        BREAK_AT_REPLY
    }

    private final ServerSocket listener;
    private final String host;
    private final int port;
    private final List<Link> links = new CopyOnWriteArrayList<>();
    private final Object change = new Object();
    private Mode mode = Mode.FLOW;
    private boolean closed;

    private TcpProxy(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start("accept", this::accept);
    }

    /**
     * A proxy that passes everything on.
     *
     * @param host where to
     * @param port where to
     * @return a proxy that listens on a port of its own
     * @throws IOException if no port is free
     */
    public static TcpProxy to(String host, int port) throws IOException {
        return new TcpProxy(host, port);
    }

    /**
     * Where it listens, on 127.0.0.1.
     *
     * @return the port
     */
    public int port() {
        return listener.getLocalPort();
    }

    /** Passes everything on again, on connections that still are, and what was held back first. */
    public void flow() {
        set(Mode.FLOW);
    }

    /** Passes nothing on any more, and keeps the connections open: a peer that has silently gone. */
    public void stall() {
        set(Mode.STALL);
    }

    /** Breaks the connection on which a client sends something next, before the server gets it. */
    public void breakAtNextRequest() {
        set(Mode.BREAK_AT_REQUEST);
    }

    /** Breaks the connection on which the server answers next, before the client gets it: the request was carried out. */
    public void breakAtNextReply() {
        set(Mode.BREAK_AT_REPLY);
    }

    /** Breaks all connections at once. New ones are let through. */
    public void reset() {
        links.forEach(Link::reset);
    }

    /** Breaks all connections and listens no more. */
    @Override
    public void close() throws IOException {
        synchronized (change) {
            closed = true;
            change.notifyAll();
        }
        listener.close();
        reset();
    }

    private void set(Mode next) {
        synchronized (change) {
            mode = next;
            change.notifyAll();
        }
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listener.accept();
            try {
                Link link = new Link(client, new Socket(host, port));
                links.add(link);
                start("requests", () -> link.pump(client, link.server, Mode.BREAK_AT_REQUEST));
                start("replies", () -> link.pump(link.server, client, Mode.BREAK_AT_REPLY));
            } catch (IOException refused) {
                client.close();
            }
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException ended) {
                        // A socket was closed, here or by a peer.
                    }
                },
                "tcp-proxy-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits while nothing flows; whether the connection is to be broken now. */
    private boolean breaks(Mode breaking) {
        synchronized (change) {
            while (mode == Mode.STALL && !closed) {
                try {
                    change.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return true;
                }
            }
            boolean breaks = mode == breaking;
            if (breaks) {
                mode = Mode.FLOW;
            }
            return breaks || closed;
        }
    }

    private final class Link {
        private final Socket client;
        private final Socket server;

        Link(Socket client, Socket server) throws IOException {
            this.client = client;
            this.server = server;
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
        }

        void pump(Socket from, Socket to, Mode breaking) throws IOException {
            byte[] buffer = new byte[8192];
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            try {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    if (breaks(breaking)) {
                        reset();
                        return;
                    }
                    out.write(buffer, 0, read);
                }
                to.shutdownOutput();
            } catch (IOException broken) {
                reset();
            }
        }

        void reset() {
            links.remove(this);
            for (Socket socket : new Socket[] {client, server}) {
                try {
                    // Closed without a goodbye.
                    socket.setSoLinger(true, 0);
                    socket.close();
                } catch (IOException alreadyClosed) {
                    // Then it is as it should be.
                }
            }
        }
    }
}
