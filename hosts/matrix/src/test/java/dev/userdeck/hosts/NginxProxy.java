package dev.userdeck.hosts;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** An nginx that shows the dashboard below another path than the one it is mounted at. */
final class NginxProxy implements AutoCloseable {
    private static final Path NGINX = Path.of("/usr/sbin/nginx");
    private static final String SETTINGS = """
            worker_processes 1;
            pid nginx.pid;
            error_log stderr;
            events {}
            http {
                access_log off;
                client_body_temp_path body;
                proxy_temp_path proxy;
                fastcgi_temp_path fastcgi;
                uwsgi_temp_path uwsgi;
                scgi_temp_path scgi;
                client_body_buffer_size 2m;
                proxy_max_temp_file_size 0;
                gzip %s;
                gzip_min_length 1;
                gzip_types application/json application/problem+json text/csv;
                %s
                server {
                    listen %d;
                    location /tools/deck/ {
                        proxy_pass %s;
                        proxy_set_header Host $http_host;
                        %s
                    }
                }
            }
            """;

    private final ProcessHandle process;
    private final URI dashboard;

    private NginxProxy(ProcessHandle process, URI dashboard) {
        this.process = process;
        this.dashboard = dashboard;
    }

    /** Whether there is one on this machine; if not, a line of the output says what is left out. */
    static boolean isInstalled() {
        boolean installed = Files.isExecutable(NGINX);
        if (!installed) {
            System.out.println("Userdeck tests SKIP nginx: there is no " + NGINX + " (apt-get install nginx-light)");
        }
        return installed;
    }

    /**
     * Starts one that shows {@code upstream} at {@code /tools/deck/}.
     *
     * @param more settings of its own, as {@code client_max_body_size 1k;}
     */
    static NginxProxy start(URI upstream, boolean gzip, String more) throws IOException, InterruptedException {
        return start(upstream, gzip, more, "");
    }

    /** The same, with settings of its own and of the one place that it shows. */
    static NginxProxy behindALogin(URI upstream, String more, String atThePlace)
            throws IOException, InterruptedException {
        return start(upstream, false, more, atThePlace);
    }

    private static NginxProxy start(URI upstream, boolean gzip, String more, String atThePlace)
            throws IOException, InterruptedException {
        Path folder = Places.folder("nginx");
        Path settings = folder.resolve("nginx.conf");
        Path output = folder.resolve("output");
        int port = Places.freePort();
        Files.writeString(settings, SETTINGS.formatted(gzip ? "on" : "off", more, port, upstream, atThePlace));
        var command = new ProcessBuilder(
                NGINX.toString(), "-p", folder.toString(), "-c", settings.toString(), "-e", "stderr");
        // It serves once it has gone into the background.
        Process start = command.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!start.waitFor(1, TimeUnit.MINUTES) || start.exitValue() != 0) {
            throw new IllegalStateException("nginx did not start: " + Files.readString(output));
        }
        long id = Long.parseLong(Files.readString(folder.resolve("nginx.pid")).strip());
        return new NginxProxy(
                ProcessHandle.of(id).orElseThrow(), URI.create("http://localhost:" + port + "/tools/deck/"));
    }

    URI dashboard() {
        return dashboard;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
