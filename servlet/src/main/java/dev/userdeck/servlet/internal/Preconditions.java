package dev.userdeck.servlet.internal;

import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;

/** The condition of a change: that what is changed is as it was read (RFC 9110, 13.1.1). */
public final class Preconditions {
    private static final String IF_MATCH = "If-Match";

    private Preconditions() {}

    /**
     * Refuses a request without a version where the route needs one.
     *
     * @throws dev.userdeck.http.spi.ProblemException 428
     */
    static void require(Route route, HttpServletRequest request) {
        if (route.needsIfMatch() && request.getHeader(IF_MATCH) == null) {
            throw Problem.of(ProblemType.PRECONDITION_REQUIRED).exception();
        }
    }

    /** Whether the request was made of this version; if not, 412 is the answer. A weak ETag never is. */
    public static boolean holds(Request<?> request, long version) {
        String header = request.header(IF_MATCH).orElse("").strip();
        String etag = Response.etagOf(version);
        return header.equals("*")
                || Arrays.stream(header.split(",", -1)).map(String::strip).anyMatch(etag::equals);
    }
}
