package dev.userdeck.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.testkit.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A body can reach the server after its headers. A server that has answered by then closes the connection, and the
 * client's next request on it fails.
 */
@ExtendWith(TestDatabase.H2.class)
class LateBodyTest {
    private Userdeck userdeck;
    private WebServer server;

    @BeforeEach
    void start(TestDatabase database) {
        userdeck = Userdeck.builder()
                .dataSource(database.dataSource())
                .maintenance(Userdeck.Maintenance.MANUAL)
                .start();
        server = new WebServer("/app")
                .servlet(AuthServlet.builder(userdeck).build(), "/auth/*")
                .start();
    }

    @AfterEach
    void stop() {
        server.close();
        userdeck.close();
    }

    @Test
    void theConnectionLivesOnAfterABodyThatNobodyReads() throws Exception {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort())) {
            socket.setSoTimeout(10_000);
            send(socket, headers("/app/auth/signout", "keep-alive"));
            Thread.sleep(300);
            send(socket, "{}" + headers("/app/auth/nowhere", "close") + "{}");

            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);

            assertThat(answers).contains("HTTP/1.1 204", "HTTP/1.1 404");
        }
    }

    private static String headers(String path, String connection) {
        return String.join(
                "\r\n",
                "POST " + path + " HTTP/1.1",
                "Host: localhost",
                "Sec-Fetch-Site: same-origin",
                "Content-Type: application/json",
                "Content-Length: 2",
                "Connection: " + connection,
                "",
                "");
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
