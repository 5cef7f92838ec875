package dev.userdeck.example.quickstart;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The quickstart in a process of its own, as started from a command line. */
final class AppProcess implements AutoCloseable {
    private final Process process;
    private final URI url;
    private final List<String> output = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();

    private AppProcess(Process process) throws IOException {
        this.process = process;
        BufferedReader lines = process.inputReader();
        String line = lines.readLine();
        URI dashboard = null;
        while (line != null && (dashboard == null || !line.isBlank())) {
            output.add(line);
            if (line.contains("The dashboard: ")) {
                dashboard = URI.create(line.substring(line.indexOf("http")).strip());
            }
            line = lines.readLine();
        }
        if (dashboard == null) {
            throw new IllegalStateException("The quickstart did not start: " + String.join("\n", output));
        }
        url = dashboard.resolve("/");
    }

    /** Starts it and waits until it serves. */
    static AppProcess start(Path data) throws IOException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Quickstart.class.getName());
        builder.environment().putAll(Map.of("PORT", "0", "USERDECK_DATA", data.toString()));
        return new AppProcess(builder.redirectErrorStream(true).start());
    }

    /** What it printed while it started. */
    String output() {
        return String.join("\n", output);
    }

    /** The block behind it. */
    String lastLines() {
        return String.join("\n", output.subList(output.lastIndexOf(""), output.size()));
    }

    HttpResponse<String> get(String path, String cookie) throws IOException, InterruptedException {
        return client.send(request(path).header("Cookie", cookie).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        var request = request(path)
                .header("Content-Type", "application/json")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString(json))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** A request of the dashboard's own pages. */
    HttpResponse<String> send(String method, String path, String json, String... headers)
            throws IOException, InterruptedException {
        var request = request(path)
                .headers(headers)
                .header("Content-Type", "application/json")
                .header("Sec-Fetch-Site", "same-origin")
                .method(method, BodyPublishers.ofString(json))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** Bytes of a file, as the dashboard's own pages send them. */
    HttpResponse<String> put(String path, String content, String cookie) throws IOException, InterruptedException {
        var request = request(path)
                .header("Cookie", cookie)
                .header("Content-Type", "application/octet-stream")
                .header("Sec-Fetch-Site", "same-origin")
                .PUT(BodyPublishers.ofString(content))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path));
    }

    /** Ends it as a power failure does: it gets no chance to write anything. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The process outlived its end");
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
