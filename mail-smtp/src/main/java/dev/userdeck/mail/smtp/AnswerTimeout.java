package dev.userdeck.mail.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/** Makes the socket of one connection and keeps it, so that the last answer can be waited for longer than the others. */
final class AnswerTimeout extends SocketFactory {
    private final SocketFactory sockets;
    private @Nullable Socket socket;

    AnswerTimeout(SocketFactory sockets) {
        this.sockets = sockets;
    }

    /** Waits so long for what comes from now on; 0 is for ever. */
    void set(int millis) throws SocketException {
        if (socket != null) {
            socket.setSoTimeout(millis);
        }
    }

    @Override
    public Socket createSocket() throws IOException {
        return kept(sockets.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return kept(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return kept(sockets.createSocket(host, port, localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return kept(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return kept(sockets.createSocket(host, port, localHost, localPort));
    }

    private Socket kept(Socket made) {
        socket = made;
        return made;
    }
}
