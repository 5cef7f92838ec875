package dev.userdeck.mail.smtp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An SMTP server that gives the answers it was told to, by the first word of a command; none where that is ''. */
final class ScriptedServer implements AutoCloseable {
    private final ServerSocket listener;
    private final Map<String, String> answers;
    private final Map<String, Duration> slow = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<String> commands = new CopyOnWriteArrayList<>();

    ScriptedServer(Map<String, String> answers) throws IOException {
        this.answers = answers;
        this.listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        var thread = new Thread(this::accept, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    /** Thinks about this command for so long before it answers. */
    ScriptedServer slowIn(String command, Duration time) {
        slow.put(command, time);
        return this;
    }

    int port() {
        return listener.getLocalPort();
    }

    List<String> commands() {
        return commands;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try (Socket socket = listener.accept()) {
                serve(socket);
            } catch (IOException e) {
                commands.add("gone"); // the client, or the test is over
            }
        }
    }

    private void serve(Socket socket) throws IOException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
        answer(socket, "greeting", "220 ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            commands.add(line);
            String command = line.split("[ :]", 2)[0];
            if (command.equals("DATA")) {
                answer(socket, "DATA", "354 go on");
                if (answers.containsKey("DATA")) {
                    continue;
                }
                String part = in.readLine();
                while (part != null && !part.equals(".")) {
                    part = in.readLine();
                }
                answer(socket, ".", "250 taken");
            } else {
                answer(socket, command, "250 ok");
            }
        }
    }

    private void answer(Socket socket, String command, String otherwise) throws IOException {
        Duration time = slow.get(command);
        if (time != null && wasClosedWithin(time)) {
            return;
        }
        String answer = answers.getOrDefault(command, otherwise);
        if (!answer.isEmpty()) {
            socket.getOutputStream().write((answer + "\r\n").getBytes(US_ASCII));
        }
    }

    private boolean wasClosedWithin(Duration time) {
        try {
            return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        listener.close();
    }
}
