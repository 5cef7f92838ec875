package dev.userdeck.servlet;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sends requests as a page of the same origin does, with one cookie jar of one cookie. */
public final class Browser {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI base;
    private final HttpClient client;
    private final Map<String, String> headers = new LinkedHashMap<>();

    /** A browser whose paths are below this address. */
    public Browser(URI base) {
        this(base, CLIENT);
    }

    private Browser(URI base, HttpClient client) {
        this.base = base;
        this.client = client;
        headers.put("Sec-Fetch-Site", "same-origin");
        headers.put("Content-Type", "application/json");
    }

    /** The same browser, with paths below this one. */
    public Browser below(String path) {
        var other = new Browser(URI.create(base + path), client);
        other.headers.clear();
        other.headers.putAll(headers);
        return other;
    }

    /** The same browser that sends another value of a header; null leaves it out. */
    public Browser with(String header, String value) {
        var other = new Browser(base, client);
        other.headers.clear();
        other.headers.putAll(headers);
        if (value == null) {
            other.headers.remove(header);
        } else {
            other.headers.put(header, value);
        }
        return other;
    }

    /** The same browser with a connection of its own: the server may close one that something unreadable came by. */
    public Browser alone() {
        var other = new Browser(base, HttpClient.newHttpClient());
        other.headers.clear();
        other.headers.putAll(headers);
        return other;
    }

    /** The same browser with the cookie that an answer set. */
    public Browser withCookieOf(HttpResponse<String> answer) {
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        return with("Cookie", cookie.substring(0, cookie.indexOf(';')));
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    public HttpResponse<String> post(String path, String json) {
        return send("POST", path, BodyPublishers.ofString(json));
    }

    public HttpResponse<String> post(String path) {
        return send("POST", path, BodyPublishers.noBody());
    }

    public HttpResponse<String> send(String method, String path, BodyPublisher body) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).method(method, body);
        headers.forEach(request::header);
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
