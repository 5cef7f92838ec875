package dev.userdeck.http.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A handler's answer. A refusal is a {@link Problem}, thrown by {@link Problem#exception()}.
 *
 * @param status the HTTP status, 200 to 299
 * @param body to be sent as JSON: a map, list, scalar or public record of an exported package; null for none
 * @param headers further headers, at most one value each
 * @param stream writes the body of a streaming route instead of {@code body}; null elsewhere
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Response(
        int status,
        @Nullable Object body,
        Map<String, String> headers,
        @Nullable Stream stream) {

    /** Writes a body bit by bit, in constant memory. Called once, on the thread of the request. */
    @FunctionalInterface
    public interface Stream {
        /** Writes all of it; the caller closes {@code out}. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Copies the headers. */
    public Response {
        headers = Map.copyOf(headers);
    }

    /** 200 with a body. */
    public static Response ok(Object body) {
        return new Response(200, body, Map.of(), null);
    }

    /** 201 with a body. */
    public static Response created(Object body) {
        return new Response(201, body, Map.of(), null);
    }

    /** 204. */
    public static Response noContent() {
        return new Response(204, null, Map.of(), null);
    }

    /** 200, streamed, of the route's media type. */
    public static Response streamed(Stream stream) {
        return new Response(200, null, Map.of(), stream);
    }

    /** The same with a header. */
    public Response header(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Response(status, body, more, stream);
    }

    /** The same with a strong ETag (RFC 9110) made of a version. */
    public Response etag(long version) {
        return header("ETag", etagOf(version));
    }

    /** The strong ETag of a version, as it comes back in {@code If-Match}: see {@link Request#ifMatchVersion}. */
    public static String etagOf(long version) {
        return "\"" + version + "\"";
    }
}
