package dev.userdeck.dashboard.walk;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who sends requests, each of which is written down.
 *
 * <p>A request is the method and the path with the {@code {names}} of the route. They stand for what was
 * {@linkplain #keep kept} under that name, in bodies and headers, too.
 */
final class Walker {
    private static final JsonMapper JSON = new JsonMapper();

    private final Ground ground;
    private final Shared shared;
    private final Map<String, String> headers = new LinkedHashMap<>();

    /** What all walkers have in common. */
    private static final class Shared {
        private final HttpClient http = HttpClient.newHttpClient();
        private final Map<String, String> kept = new HashMap<>();
        private final Set<String> done = new TreeSet<>();
        private final List<String> surprises = new ArrayList<>();
    }

    /** An answer. */
    record Answer(HttpResponse<String> response) {
        /** What is at a place of the JSON, as text. */
        String at(String pointer) {
            JsonNode node = JSON.readTree(response.body()).at(pointer);
            return node.isMissingNode() ? "" : node.asString("");
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    Walker(Ground ground) {
        this(ground, new Shared());
    }

    private Walker(Ground ground, Shared shared) {
        this.ground = ground;
        this.shared = shared;
    }

    /** The same with one more header. */
    Walker with(String name, String value) {
        var other = new Walker(ground, shared);
        other.headers.putAll(headers);
        other.headers.put(name, value);
        return other;
    }

    /** The same, sending back the cookie of an answer. */
    Walker signedIn(Answer answer) {
        return with("Cookie", answer.header("Set-Cookie").split(";", 2)[0]);
    }

    /** The same, changing what has this version. */
    Walker at(String version) {
        return with("If-Match", version);
    }

    /** Keeps a value for later requests. */
    void keep(String name, String value) {
        shared.kept.put("{" + name + "}", value);
    }

    /** Keeps a value that is kept already under another name, too. */
    void keepAs(String name, String known) {
        keep(name, filled("{" + known + "}"));
    }

    /** Reads. */
    Answer get(int expected, String path) {
        return send(expected, "GET " + path, null);
    }

    /** Sends a request without a body. */
    Answer send(int expected, String request) {
        return send(expected, request, null);
    }

    /** Sends a request. Quotation marks of JSON may be single. */
    Answer send(int expected, String request, @Nullable String body) {
        ground.clock.advance(Duration.ofSeconds(1));
        String method = request.split(" ", 2)[0];
        String path = filled(request.split(" ", 2)[1]);
        var all = new LinkedHashMap<String, String>();
        headers.forEach((name, value) -> all.put(name, filled(value)));
        String text = body == null ? null : filled(body);
        if (text != null && !all.containsKey("Content-Type")) {
            all.put("Content-Type", "application/json");
            text = text.replace('\'', '"');
        }
        ground.recording.request(method + " " + path, all, text);
        all.putIfAbsent("Sec-Fetch-Site", "same-origin");
        all.put("User-Agent", "Walker/1.0");
        HttpResponse<String> response = sent(method, path, all, text);
        ground.recording.answer(response);
        int status = response.statusCode();
        if (status < 300) {
            shared.done.add(request.split("\\?", 2)[0]);
        }
        if (status != expected) {
            shared.surprises.add(request + " " + body + ": not " + expected + " but " + status + " " + response.body());
        }
        return new Answer(response);
    }

    /** The routes that did what they are for. */
    Set<String> done() {
        return shared.done;
    }

    /** The answers that were not what was expected. */
    List<String> surprises() {
        return shared.surprises;
    }

    private HttpResponse<String> sent(String method, String path, Map<String, String> all, @Nullable String body) {
        var request = HttpRequest.newBuilder(ground.at(path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        all.forEach(request::setHeader);
        try {
            HttpResponse<String> response = shared.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            ground.awaitServed();
            return response;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> one : shared.kept.entrySet()) {
            filled = filled.replace(one.getKey(), one.getValue());
        }
        return filled;
    }
}
