package dev.userdeck.servlet;

import dev.userdeck.servlet.internal.openapi.OpenApi;
import java.util.List;
import java.util.Map;

/** What the API of {@link AuthServlet} says of itself as a whole. */
final class AuthDescription {
    private static final String DESCRIPTION = """
            Sign-up, sign-in, sign-out, sessions and new passwords for the pages of an app.

            The session is in a cookie. What changes something must come from a page of the same origin: browsers say so \
            themselves, others send an `Origin`. Where a session is needed, one that has something to do first is refused \
            with 403 and the type of what that is. What went wrong is told as `application/problem+json` (RFC 9457), by a \
            stable `type`.
            """;
    private static final Map<String, String> TAGS = Map.of(
            "openapi", "This description.",
            "password", "A new password, for who knows the old one and for who has forgotten it.",
            "session", "The session of the cookie.",
            "sessions", "Where the user is signed in.",
            "signin", "Come in.",
            "signout", "Go.",
            "signup", "Become a user.");

    private AuthDescription() {}

    static OpenApi.About about(SessionCookie cookie) {
        var login = OpenApi.Login.cookie(
                "session",
                cookie.name().of(true, cookie.path() == null ? "/" : cookie.path()),
                "The user who is signed in. Over plain HTTP the cookie is called "
                        + cookie.name().plain() + ".");
        return new OpenApi.About(
                "Userdeck sign-in", OpenApi.About.VERSION, DESCRIPTION, TAGS, List.of(login), OpenApi.About.ANY);
    }
}
