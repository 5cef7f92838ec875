package dev.userdeck.testkit;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A loopback port that passes bytes on to another one. Shut, it cuts every connection and refuses new
 * ones, which is what a client sees of a server that stopped.
 */
final class TcpSwitch {
    private final int target;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private @Nullable ServerSocket listener;
    private Thread acceptor;

    private TcpSwitch(int target) throws IOException {
        this.target = target;
        ServerSocket first = listen(0);
        this.port = first.getLocalPort();
        this.listener = first;
        this.acceptor = admit(first);
    }

    static TcpSwitch before(int target) throws IOException {
        return new TcpSwitch(target);
    }

    int port() {
        return port;
    }

    synchronized void open() {
        if (listener != null) {
            return;
        }
        try {
            ServerSocket opened = listen(port);
            listener = opened;
            acceptor = admit(opened);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not listen on port " + port + " again", e);
        }
    }

    void shut() {
        Thread last;
        synchronized (this) {
            if (listener == null) {
                return;
            }
            close(listener);
            listener = null;
            sockets.forEach(TcpSwitch::close);
            sockets.clear();
            last = acceptor;
        }
        try {
            // until then the port is not free to be opened again
            last.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Thread admit(ServerSocket opened) {
        return daemon("switch-" + port, () -> {
            while (!opened.isClosed()) {
                connect(opened.accept(), opened);
            }
        });
    }

    private void connect(Socket client, ServerSocket opened) throws IOException {
        Socket server;
        try {
            server = new Socket(InetAddress.getLoopbackAddress(), target);
        } catch (ConnectException nobodyThere) {
            close(client);
            return;
        }
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        synchronized (this) {
            if (opened.isClosed()) {
                close(client);
                close(server);
                return;
            }
            sockets.add(client);
            sockets.add(server);
        }
        daemon("switch-" + port + "-in", () -> pass(client, server));
        daemon("switch-" + port + "-out", () -> pass(server, client));
    }

    private void pass(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        var socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Thread daemon(String name, Transfer transfer) {
        var thread = new Thread(
                () -> {
                    try {
                        transfer.run();
                    } catch (IOException closed) {
                        // One of the two ends is gone, and so is what this thread was for.
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private interface Transfer {
        void run() throws IOException;
    }
}
