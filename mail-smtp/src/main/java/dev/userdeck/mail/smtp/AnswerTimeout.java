package dev.userdeck.mail.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * How long the answers of one connection are waited for. It keeps the connection's socket, which Jakarta Mail has made by
 * one of its factories, so that the last answer can be waited for longer than the others.
 */
final class AnswerTimeout {
    private @Nullable Socket socket;

    /** Waits so long for what comes from now on. */
    void set(int millis) throws SocketException {
        if (socket != null) {
            socket.setSoTimeout(millis);
        }
    }

    /** For connections that begin in clear; encryption may be laid over the same socket later. */
    SocketFactory plain() {
        return new Plain();
    }

    /** For connections that are encrypted from the first byte on: Jakarta Mail connects, and has encryption laid over it. */
    SSLSocketFactory encrypted(SSLSocketFactory sockets) {
        return new Encrypted(sockets);
    }

    private Socket kept(Socket made) {
        socket = made;
        return made;
    }

    private final class Plain extends SocketFactory {
        private final SocketFactory sockets = SocketFactory.getDefault();

        @Override
        public Socket createSocket() throws IOException {
            return kept(sockets.createSocket());
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return kept(sockets.createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
            return kept(sockets.createSocket(host, port, from, fromPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return kept(sockets.createSocket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
            return kept(sockets.createSocket(host, port, from, fromPort));
        }
    }

    private final class Encrypted extends SSLSocketFactory {
        private final SSLSocketFactory sockets;

        private Encrypted(SSLSocketFactory sockets) {
            this.sockets = sockets;
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return sockets.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return sockets.getSupportedCipherSuites();
        }

        @Override
        public Socket createSocket() throws IOException {
            return kept(sockets.createSocket());
        }

        @Override
        public Socket createSocket(Socket connected, String host, int port, boolean autoClose) throws IOException {
            return kept(sockets.createSocket(connected, host, port, autoClose));
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return kept(sockets.createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
            return kept(sockets.createSocket(host, port, from, fromPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return kept(sockets.createSocket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
            return kept(sockets.createSocket(host, port, from, fromPort));
        }
    }
}
