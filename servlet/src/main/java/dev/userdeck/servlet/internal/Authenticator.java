package dev.userdeck.servlet.internal;

import dev.userdeck.http.spi.Route;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Finds out who sends a request. What this caller may do is {@link RouteDispatcher}'s to decide. */
@FunctionalInterface
public interface Authenticator {

    /**
     * The caller. May add headers to the answer, such as a cookie. Called after cross-site requests were refused and before anything of the body is read.
     *
     * @throws dev.userdeck.http.spi.ProblemException to refuse the request, as when nobody is signed in
     */
    Caller find(Route route, HttpServletRequest request, HttpServletResponse response);
}
