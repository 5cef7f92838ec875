package dev.userdeck.dashboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks as the dashboard's own page does: from the same origin, with its cookie. */
final class Client {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI mount;
    private final Map<String, String> headers = new LinkedHashMap<>();

    /** A client of the dashboard at {@code mount}, which ends in a slash. */
    Client(URI mount) {
        this.mount = mount;
    }

    /** The same, sending one more header each time. */
    Client with(String name, String value) {
        var other = new Client(mount);
        other.headers.putAll(headers);
        other.headers.put(name, value);
        return other;
    }

    HttpResponse<String> get(String path) {
        return bare("GET", path, null);
    }

    /** A change, as the page itself sends it. */
    HttpResponse<String> send(String method, String path, @Nullable String json) {
        return with("Sec-Fetch-Site", "same-origin").bare(method, path, json);
    }

    /** A file, as the page itself sends it. */
    HttpResponse<String> send(String method, String path, String mediaType, String file) {
        return with("Sec-Fetch-Site", "same-origin").bare(method, path, mediaType, file);
    }

    /** A file as bytes, whatever they are. */
    HttpResponse<String> send(String method, String path, String mediaType, byte[] file) {
        return with("Sec-Fetch-Site", "same-origin")
                .bare(method, path, mediaType, HttpRequest.BodyPublishers.ofByteArray(file));
    }

    /** A request with nothing added. */
    HttpResponse<String> bare(String method, String path, @Nullable String json) {
        return bare(method, path, "application/json", json);
    }

    /** A request of this media type, with nothing added. */
    HttpResponse<String> bare(String method, String path, String mediaType, @Nullable String json) {
        return bare(method, path, mediaType, json == null ? null : HttpRequest.BodyPublishers.ofString(json));
    }

    private HttpResponse<String> bare(
            String method, String path, String mediaType, HttpRequest.@Nullable BodyPublisher body) {
        var request = HttpRequest.newBuilder(mount.resolve(path))
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : body);
        headers.forEach(request::setHeader);
        if (body != null) {
            request.setHeader("Content-Type", mediaType);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends these lines as they are and returns the whole answer: for what no client would send. */
    static String raw(int port, String... lines) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    /** The last part of a problem's type. */
    static String slug(HttpResponse<String> response) {
        String type = json(response).path("type").asString("");
        return type.substring(type.lastIndexOf('/') + 1);
    }

    /** The refused fields, each as its pointer and code: {@code /email email-taken}. */
    static List<String> refusals(HttpResponse<String> response) {
        return json(response)
                .path("errors")
                .valueStream()
                .map(error -> error.path("pointer").asString() + " "
                        + error.path("code").asString())
                .toList();
    }

    /** Sends two changes at one moment and returns both answers. */
    static List<HttpResponse<String>> atOnce(Supplier<HttpResponse<String>> one, Supplier<HttpResponse<String>> other) {
        var start = new CountDownLatch(1);
        var answers = Stream.of(one, other)
                .map(call -> CompletableFuture.supplyAsync(() -> {
                    awaiting(start);
                    return call.get();
                }))
                .toList();
        start.countDown();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private static void awaiting(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the answer sets as the operator's cookie, with all its attributes. */
    static String setCookie(HttpResponse<String> response) {
        return response.headers().firstValue("Set-Cookie").orElse("");
    }

    /** A client that sends the cookie of this answer back. */
    Client signedIn(HttpResponse<String> response) {
        return with("Cookie", setCookie(response).split(";", 2)[0]);
    }
}
