package dev.userdeck.dashboard.internal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * The cookie of built-in operators. It has no {@code Path}: set by {@code <mount>/api/session}, it goes to
 * {@code <mount>/api} alone, under any prefix.
 */
final class OperatorCookie {
    static final String NAME = "userdeck_operator";

    private OperatorCookie() {}

    static Optional<String> token(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(NAME)) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    static String of(String token, HttpServletRequest request) {
        return NAME + "=" + token + attributes(request);
    }

    /** Takes the cookie away. */
    static String none(HttpServletRequest request) {
        return NAME + "=; Max-Age=0" + attributes(request);
    }

    /** Browsers drop a cookie that is {@code Secure} when it comes over plain HTTP. */
    private static String attributes(HttpServletRequest request) {
        return "; HttpOnly; SameSite=Strict" + (request.isSecure() ? "; Secure" : "");
    }
}
