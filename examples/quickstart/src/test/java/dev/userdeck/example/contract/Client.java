package dev.userdeck.example.contract;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Somebody who asks over HTTP, and signs in again whenever a call has ended the session. */
final class Client {
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI app;
    private final Supplier<Call> signIn;
    private String cookie = "";

    /**
     * Not signed in until the first call that needs it.
     *
     * @param signIn what to call to have a session, another one each time if that is what it takes
     */
    Client(URI app, Supplier<Call> signIn) {
        this.app = app;
        this.signIn = signIn;
    }

    /** What was answered. */
    HttpResponse<byte[]> send(Call call) {
        if (call.signedIn() && cookie.isEmpty()) {
            keepCookie(succeed(signIn.get()));
        }
        HttpResponse<byte[]> answer = exchange(call);
        if (call.signedIn()) {
            keepCookie(answer);
            if (answer.statusCode() == 401 && text(answer).contains("/sign-in-required")) {
                cookie = "";
            }
        }
        return answer;
    }

    /**
     * What was answered to a call that has to be good.
     *
     * @throws IllegalStateException if it isn't
     */
    HttpResponse<byte[]> succeed(Call call) {
        HttpResponse<byte[]> answer = exchange(call);
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(call + ": " + text(answer));
        }
        return answer;
    }

    private HttpResponse<byte[]> exchange(Call call) {
        var request = HttpRequest.newBuilder(URI.create(app + call.target()))
                .method(call.method(), call.body() == null ? BodyPublishers.noBody() : body(call.body()));
        call.headers().forEach(request::header);
        if (call.signedIn() && !cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        try {
            return exchange(request.build());
        } catch (IOException e) {
            throw new IllegalStateException("No answer to " + call, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.BodyPublisher body(ByteBuffer body) {
        var bytes = new byte[body.remaining()];
        body.duplicate().get(bytes);
        return BodyPublishers.ofByteArray(bytes);
    }

    /** Once more if the server had just closed the connection that was to be used again, as after a body that is too large. */
    private HttpResponse<byte[]> exchange(HttpRequest request) throws IOException, InterruptedException {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            return http.send(request, BodyHandlers.ofByteArray());
        }
    }

    /** As a browser does; a cookie that is taken back leaves nobody signed in. */
    private void keepCookie(HttpResponse<?> answer) {
        for (String set : answer.headers().allValues("Set-Cookie")) {
            String pair = set.split(";", 2)[0];
            cookie = pair.endsWith("=") ? "" : pair;
        }
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
