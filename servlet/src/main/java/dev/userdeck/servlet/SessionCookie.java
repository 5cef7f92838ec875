package dev.userdeck.servlet;

import dev.userdeck.actor.Actor;
import dev.userdeck.servlet.internal.CookieName;
import dev.userdeck.session.Session;
import dev.userdeck.session.Sessions;
import dev.userdeck.session.VerifiedSession;
import dev.userdeck.tenant.Scope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a session's token travels in a cookie.
 *
 * @param name of the cookie, see {@link CookieName} for what it is over TLS
 * @param path where the browser sends it, null for the context path
 * @param alwaysSecure whether it is kept from plain HTTP even where the container sees no TLS
 */
record SessionCookie(CookieName name, @Nullable String path, boolean alwaysSecure) {
    static final String DEFAULT_NAME = "userdeck_session";

    // First: the default below is checked against them.
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9._~/%-]*");

    static final SessionCookie DEFAULT = new SessionCookie(new CookieName(DEFAULT_NAME), null, false);

    /** As long as browsers keep any cookie. When a session ends is decided at the server, with every request. */
    private static final Duration MAX_AGE = Duration.ofDays(400);

    SessionCookie {
        if (!NAME.matcher(name.plain()).matches()) {
            throw new IllegalArgumentException(
                    "cookieName has 1 to 64 characters of A-Z, a-z, 0-9, _ and -: " + name.plain());
        }
        if (path != null && !PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("cookiePath begins with / and is part of a URL: " + path);
        }
    }

    SessionCookie named(String newName) {
        return new SessionCookie(new CookieName(newName), path, alwaysSecure);
    }

    SessionCookie at(String newPath) {
        return new SessionCookie(name, newPath, alwaysSecure);
    }

    SessionCookie onlySecure() {
        return new SessionCookie(name, path, true);
    }

    /** The session of the first cookie that opens one within the scope; without a cookie the database isn't asked. */
    Optional<Session> session(HttpServletRequest request, Sessions sessions, Scope scope) {
        for (String token : tokens(request)) {
            Optional<Session> session = sessions.verify(token, scope);
            if (session.isPresent()) {
                return session;
            }
        }
        return Optional.empty();
    }

    /** As {@link #session}; a token that is due for it is replaced, and the answer gives the new one to the browser. */
    Optional<Session> refreshed(
            HttpServletRequest request, HttpServletResponse response, Sessions sessions, Scope scope, Actor actor) {
        for (String token : tokens(request)) {
            Optional<VerifiedSession> verified = sessions.refresh(token, scope, actor);
            if (verified.isPresent()) {
                String newToken = verified.get().newToken();
                if (newToken != null) {
                    response.addHeader("Set-Cookie", carrying(newToken, request));
                    // not for a cache between us and the browser, whatever the page is
                    response.setHeader("Cache-Control", "no-store");
                }
                return Optional.of(verified.get().session());
            }
        }
        return Optional.empty();
    }

    /** The tokens that came along and count, at most some. */
    List<String> tokens(HttpServletRequest request) {
        return CookieName.tokens(request, name.of(isSecure(request), path(request)));
    }

    /** The same, and those of names that don't count here: who signs out doesn't leave them good for elsewhere. */
    List<String> allTokens(HttpServletRequest request) {
        return name.all().stream()
                .flatMap(each -> CookieName.tokens(request, each).stream())
                .distinct()
                .toList();
    }

    /** The value of {@code Set-Cookie} that gives a token to the browser. */
    String carrying(String token, HttpServletRequest request) {
        boolean secure = isSecure(request);
        return setting(name.of(secure, path(request)), token, MAX_AGE, secure, request);
    }

    /** The values of {@code Set-Cookie} that take it away, under each name that it came by. */
    List<String> removing(HttpServletRequest request) {
        String current = name.of(isSecure(request), path(request));
        return name.all().stream()
                .filter(each -> each.equals(current) || CookieName.isThere(request, each))
                .map(each -> setting(each, "", Duration.ZERO, CookieName.isSecure(each), request))
                .toList();
    }

    private boolean isSecure(HttpServletRequest request) {
        return alwaysSecure || request.isSecure();
    }

    private String path(HttpServletRequest request) {
        String context = request.getContextPath().isEmpty() ? "/" : request.getContextPath();
        return path == null ? context : path;
    }

    private String setting(String called, String value, Duration maxAge, boolean secure, HttpServletRequest request) {
        return called + "=" + value + "; Path=" + (CookieName.isForHost(called) ? "/" : path(request)) + "; Max-Age="
                + maxAge.toSeconds() + "; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "");
    }
}
