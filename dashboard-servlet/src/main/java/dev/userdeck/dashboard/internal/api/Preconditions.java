package dev.userdeck.dashboard.internal.api;

import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import java.util.Arrays;

/** The condition of a change: that what is changed is as it was read (RFC 9110, 13.1.1). */
final class Preconditions {
    private Preconditions() {}

    /** Whether the request was made of this version. A weak ETag never is. */
    static boolean holds(Request<?> request, long version) {
        String header = request.header("If-Match").orElse("").strip();
        String etag = Response.etagOf(version);
        return header.equals("*")
                || Arrays.stream(header.split(",", -1)).map(String::strip).anyMatch(etag::equals);
    }
}
