package dev.userdeck.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A MySQL or MariaDB server of our own: loopback only, gone with this JVM. */
final class ServerProcess {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final String ACCOUNTS = """
            create user if not exists 'admin'@'%' identified by 'admin';
            grant all on *.* to 'admin'@'%' with grant option;
            create user if not exists 'userdeck'@'%' identified by 'userdeck';
            grant all on `userdeck\\_%`.* to 'userdeck'@'%';
            """;

    private final String title;
    private final List<String> command;
    private final int port;
    private final Path data;
    private final Admin admin;
    private volatile Process process;

    private ServerProcess(String title, List<String> command, int port, Path data, Admin admin) throws IOException {
        this.title = title;
        this.command = command;
        this.port = port;
        this.data = data;
        this.admin = admin;
        this.process = launch();
    }

    static ServerProcess start(
            String title, Path program, List<String> first, List<String> settings, Path data, Admin admin)
            throws IOException, EngineUnavailableException {
        int port = freePort();
        Path accounts = Files.writeString(data.resolve("accounts.sql"), ACCOUNTS);
        var options = new ArrayList<>(first);
        options.addAll(settings);
        options.addAll(List.of(
                "--datadir=" + data,
                "--socket=" + data.resolve("server.sock"),
                "--pid-file=" + data.resolve("server.pid"),
                "--init-file=" + accounts,
                "--bind-address=127.0.0.1",
                "--port=" + port));
        var server = new ServerProcess(title, command(program, options), port, data, admin);
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, title + "-stop"));
        server.awaitConnections();
        return server;
    }

    private Process launch() throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
    }

    private Path log() {
        return data.resolve("server.log");
    }

    int port() {
        return port;
    }

    /** Ends it with all that it is at; {@link #startAgain} finds what was committed. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** After {@link #kill}. */
    void startAgain() {
        try {
            process = launch();
            awaitConnections();
        } catch (IOException | EngineUnavailableException e) {
            throw new IllegalStateException("Could not start " + title + " again", e);
        }
    }

    /** Kills rather than asks: the data is thrown away anyway. Can be called twice. */
    void stop() {
        kill();
        try {
            WorkFolder.delete(data);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not delete " + data, e);
        }
    }

    /** The program with the options every call needs; as root it insists on being told so. */
    static List<String> command(Path program, List<String> options) {
        var command = new ArrayList<>(List.of(program.toString(), "--no-defaults"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        command.addAll(options);
        return command;
    }

    /** Runs a program to its end. */
    static void run(String failure, List<String> command) throws IOException, EngineUnavailableException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new EngineUnavailableException(failure + " (" + tellingLine(output) + ")");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineUnavailableException("interrupted", e);
        }
    }

    /** Kills the server that a killed JVM left behind in this data folder. */
    static void killLeftOver(Path data) throws IOException {
        Path pidFile = data.resolve("server.pid");
        if (Files.exists(pidFile)) {
            long pid = Long.parseLong(Files.readString(pidFile).strip());
            ProcessHandle.of(pid)
                    .filter(process -> process.info().commandLine().orElse("").contains(data.toString()))
                    .ifPresent(process -> {
                        process.destroyForcibly();
                        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
                    });
        }
    }

    private void awaitConnections() throws IOException, EngineUnavailableException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (true) {
            try (Connection connection = admin.connect(port)) {
                if (connection.isValid(5)) {
                    return;
                }
            } catch (SQLException notYet) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    String output = Files.readString(log());
                    stop();
                    throw new EngineUnavailableException(
                            title + " did not start (" + tellingLine(output) + ")", notYet);
                }
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The line that says what went wrong, as well as one can guess. */
    private static String tellingLine(String output) {
        List<String> lines = output.strip().lines().toList();
        return lines.stream()
                .filter(line -> line.contains("ERROR"))
                .findFirst()
                .orElse(lines.isEmpty() ? "no output" : lines.get(lines.size() - 1));
    }

    interface Admin {
        Connection connect(int port) throws SQLException;
    }
}
