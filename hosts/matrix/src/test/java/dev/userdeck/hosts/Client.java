package dev.userdeck.hosts;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Somebody with cookies of their own, who asks below one address and follows no redirect. */
final class Client {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final URI base;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /**
     * Without any cookie yet.
     *
     * @param base with a slash at the end
     */
    Client(URI base) {
        this.base = base;
    }

    /** A client of the same address that nobody knows. */
    Client stranger() {
        return new Client(base);
    }

    URI base() {
        return base;
    }

    Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    /** As a page of the same site does it. */
    Answer change(String method, String path, String json, String... headers) {
        String[] all = concat(headers, "Sec-Fetch-Site", "same-origin", "Content-Type", "application/json");
        return send(method, path, json, all);
    }

    /** The same without a body. */
    Answer change(String method, String path) {
        return send(method, path, null, "Sec-Fetch-Site", "same-origin");
    }

    Answer send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        Answer answer = new Answer(method + " " + base.resolve(path), exchange(request.build()));
        answer.cookies().forEach(this::keep);
        return answer;
    }

    private void keep(String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        if (cookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    private static java.net.http.HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            try {
                return HTTP.send(request, BodyHandlers.ofByteArray());
            } catch (IOException e) {
                // Once more: after a body that is too large, servers close a connection that was to be used again.
                return HTTP.send(request, BodyHandlers.ofByteArray());
            }
        } catch (IOException e) {
            throw new IllegalStateException("No answer to " + request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String[] concat(String[] first, String... second) {
        var all = new String[first.length + second.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
