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

    /**
     * Whether another site could have a browser send this request together with what tells who calls, as with a cookie, which
     * browsers add by themselves. Then what changes something has to come from our own pages.
     */
    default boolean canBeForged(Route route, HttpServletRequest request) {
        return true;
    }
}
