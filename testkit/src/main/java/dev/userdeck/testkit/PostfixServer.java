package dev.userdeck.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Assumptions;

/**
 * A Postfix of our own: loopback only, its mail in a folder that goes with it. It has a port for each way of being in the
 * way that the tests look at.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class PostfixServer implements AutoCloseable {
    /** Takes mail from anybody for anybody, but see the folder's {@code recipients}; wants a full name at the greeting. */
    public final int open = freePort();
    /** Has something against this machine. */
    public final int closed = freePort();
    /** Takes mail for nobody but its own. */
    public final int notRelaying = freePort();

    private final Path folder;
    private final Process process;

    private PostfixServer() throws IOException, InterruptedException {
        // Postfix's processes run as a user of their own, who gets into no folder below JUnit's
        this.folder = Files.createTempDirectory("userdeck-postfix");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String part : List.of("config", "queue", "data", "mail")) {
            Files.createDirectory(folder.resolve(part));
        }
        write("config/recipients", """
                full@example.org 450 4.2.2 Mailbox full
                gone@example.org 550 5.1.1 No such user
                """);
        write("config/main.cf", main());
        write("config/master.cf", master());
        run(
                "chown",
                "postfix",
                folder.resolve("data").toString(),
                folder.resolve("mail").toString());
        this.process = new ProcessBuilder(
                        "postfix", "-c", folder.resolve("config").toString(), "start-fg")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        awaitGreeting();
    }

    /** Starts one. Skips the test where there is no Postfix that can be started, and says so. */
    public static PostfixServer start() throws IOException, InterruptedException {
        boolean isRoot = "root".equals(System.getProperty("user.name"));
        if (isRoot && Files.isExecutable(Path.of("/usr/sbin/postfix"))) {
            return new PostfixServer();
        }
        String reason = "it needs apt-get install postfix, and root to start it";
        if (Boolean.parseBoolean(System.getenv("USERDECK_REQUIRE_MAIL_SERVER"))) {
            throw new IllegalStateException("USERDECK_REQUIRE_MAIL_SERVER is set, and Postfix is missing: " + reason);
        }
        System.out.println("Userdeck tests SKIP Postfix: " + reason);
        return Assumptions.abort(reason);
    }

    /** What it has logged. */
    public String log() {
        return read(folder.resolve("log"));
    }

    private String main() {
        return """
                compatibility_level = 3.6
                queue_directory = %1$s/queue
                data_directory = %1$s/data
                maillog_file = /dev/stdout
                myhostname = mail.postfix.example
                mydestination =
                local_recipient_maps =
                inet_interfaces = 127.0.0.1
                inet_protocols = ipv4
                mynetworks = 127.0.0.0/8
                smtpd_peername_lookup = no
                alias_maps =
                alias_database =
                default_transport = virtual:
                virtual_mailbox_domains = example.org
                virtual_mailbox_base = %1$s
                virtual_mailbox_maps = static:mail/
                virtual_uid_maps = static:%2$s
                virtual_gid_maps = static:%3$s
                virtual_minimum_uid = 1
                smtpd_helo_required = yes
                smtpd_relay_restrictions = permit_mynetworks, reject
                smtpd_recipient_restrictions =
                  check_recipient_access texthash:%1$s/config/recipients, reject_non_fqdn_helo_hostname
                """.formatted(folder, id("-u"), id("-g"));
    }

    private String master() {
        return """
                %d inet n - n - - smtpd
                %d inet n - n - - smtpd
                  -o smtpd_client_restrictions=reject
                %d inet n - n - - smtpd
                  -o smtpd_relay_restrictions=reject_unauth_destination
                cleanup unix n - n - 0 cleanup
                qmgr unix n - n 300 1 qmgr
                rewrite unix - - n - - trivial-rewrite
                bounce unix - - n - 0 bounce
                defer unix - - n - 0 bounce
                trace unix - - n - 0 bounce
                virtual unix - n n - - virtual
                error unix - - n - - error
                retry unix - - n - - error
                anvil unix - - n - 1 anvil
                proxymap unix - - n - - proxymap
                postlog unix-dgram n - n - 1 postlogd
                """.formatted(open, closed, notRelaying);
    }

    private static String id(String which) {
        try {
            Process process = new ProcessBuilder("id", which, "postfix").start();
            return new String(process.getInputStream().readAllBytes(), US_ASCII).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException("This failed: " + String.join(" ", command));
        }
    }

    private void awaitGreeting() throws IOException, InterruptedException {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!greets()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                String log = log();
                close();
                throw new IOException("Postfix doesn't start: " + log);
            }
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
    }

    private boolean greets() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), open)) {
            socket.setSoTimeout(2_000);
            return socket.getInputStream().read() == '2';
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        new ProcessBuilder("postfix", "-c", folder.resolve("config").toString(), "stop")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("stop.log").toFile())
                .start()
                .waitFor();
        process.destroy();
        process.waitFor();
        WorkFolder.delete(folder);
    }
}
