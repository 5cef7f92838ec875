package dev.userdeck.servlet.internal;

import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Route;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The condition of a change: that what is changed is as it was read (RFC 9110, 13.1.1). Whether it is, is told by who writes, by
 * {@link dev.userdeck.http.spi.Request#ifMatchVersion}.
 */
final class Preconditions {
    private Preconditions() {}

    /**
     * Refuses a request without a version where the route needs one.
     *
     * @throws dev.userdeck.http.spi.ProblemException 428
     */
    static void require(Route route, HttpServletRequest request) {
        if (route.needsIfMatch() && request.getHeader("If-Match") == null) {
            throw Problem.of(ProblemType.PRECONDITION_REQUIRED).exception();
        }
    }
}
