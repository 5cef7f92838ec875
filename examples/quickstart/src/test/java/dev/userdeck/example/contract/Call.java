package dev.userdeck.example.contract;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * One request.
 *
 * @param target path and query, encoded, below the app
 * @param query the parameters in it, as they are meant
 * @param headers without the cookie
 * @param signedIn whether it carries the session
 */
record Call(
        String method,
        String target,
        Map<String, String> query,
        Map<String, String> headers,
        @Nullable ByteBuffer body,
        boolean signedIn) {
    private static final int SHOWN = 300;

    /** Without a query. */
    Call(String method, String path, Map<String, String> headers, @Nullable ByteBuffer body, boolean signedIn) {
        this(method, path, Map.of(), headers, body, signedIn);
    }

    /** As it stands in a segment of a path, or in a query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** With {@code ?} if there is something to ask. */
    static String query(Map<String, String> parameters) {
        var query = new StringJoiner("&", "?", "").setEmptyValue("");
        parameters.forEach((name, value) -> query.add(encoded(name) + "=" + encoded(value)));
        return query.toString();
    }

    @Override
    public String toString() {
        String sent = body == null ? "" : " " + StandardCharsets.UTF_8.decode(body.duplicate());
        return shortened(method + " " + target) + " " + headers + (signedIn ? "" : " as nobody") + shortened(sent);
    }

    static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "… (" + text.length() + ")";
    }
}
