package dev.userdeck.mail.smtp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Ends TLS before an SMTP server that has none, as of the first byte or after STARTTLS. */
final class TlsFront implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final SSLContext tls;
    private final boolean afterStartTls;
    private final int behind;
    private final List<String> inClear = new CopyOnWriteArrayList<>();

    /**
     * Begins to listen.
     *
     * @param behind the port of the server behind it
     */
    TlsFront(SSLContext tls, boolean afterStartTls, int behind) throws IOException {
        this.tls = tls;
        this.afterStartTls = afterStartTls;
        this.behind = behind;
        inBackground(() -> {
            while (!listener.isClosed()) {
                try {
                    Socket client = listener.accept();
                    inBackground(() -> serve(client));
                } catch (IOException e) {
                    return; // the test is over
                }
            }
        });
    }

    int port() {
        return listener.getLocalPort();
    }

    /** What clients said without encryption. */
    List<String> inClear() {
        return inClear;
    }

    private void serve(Socket client) {
        try (client;
                var server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            if (afterStartTls) {
                line(server.getInputStream()); // its greeting: the client has ours
                askForTls(client);
            }
            var encrypted = (SSLSocket) tls.getSocketFactory().createSocket(client, null, client.getPort(), true);
            encrypted.setUseClientMode(false);
            encrypted.startHandshake();
            inBackground(() -> copy(server, encrypted));
            copy(encrypted, server);
        } catch (IOException e) {
            inClear.add("gone"); // a client that doesn't trust us
        }
    }

    private void askForTls(Socket client) throws IOException {
        say(client, "220 front");
        for (String line = line(client.getInputStream()); !line.isEmpty(); line = line(client.getInputStream())) {
            inClear.add(line);
            if (line.equals("STARTTLS")) {
                say(client, "220 go on");
                return;
            }
            say(client, "250-front\r\n250 STARTTLS");
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(US_ASCII));
    }

    /** Byte by byte, as what comes after it is not ours to read. */
    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }

    private static void copy(Socket from, Socket to) {
        try {
            OutputStream out = to.getOutputStream();
            from.getInputStream().transferTo(out);
            to.close();
        } catch (IOException e) {
            return; // one of them has closed
        }
    }

    private static void inBackground(Runnable work) {
        var thread = new Thread(work, "tls-front");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
