package dev.userdeck.hosts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the build has put where, and free ports. */
final class Places {
    /** The Java of the tests. */
    static final Path JAVA = Path.of(System.getProperty("java.home"));

    private static final Path MODULES = Path.of("..").toAbsolutePath().normalize();

    private Places() {}

    /** The app as one deploys it. */
    static Path war() {
        return MODULES.resolve("war/target/deck.war");
    }

    /** Made by a module beside this one. */
    static Path built(String path) {
        return MODULES.resolve(path);
    }

    /** Unpacked by the build. */
    static Path distribution(String name) {
        return Path.of("target", "hosts", name).toAbsolutePath();
    }

    /** The pinned version of a host. */
    static String version(String host) {
        return System.getProperty("hosts." + host);
    }

    /** A new one for what a host writes, with the build's other files. */
    static Path folder(String name) throws IOException {
        Path runs = Files.createDirectories(Path.of("target", "runs").toAbsolutePath());
        return Files.createTempDirectory(runs, name);
    }

    /** An address on a port that is free now. */
    static URI freeUrl() {
        return URI.create("http://localhost:" + freePort() + "/");
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the app reads: arguments for {@code java}. */
    static List<String> properties(URI url, Setting setting) {
        var properties = new ArrayList<String>();
        properties.add("-Xmx512m");
        properties.add("-Dhosts.url=" + url.toString().replaceFirst("/$", ""));
        setting.databases()
                .forEach((context, database) -> properties.add("-Dhosts.database." + context + "=" + database));
        return properties;
    }
}
