package dev.userdeck.dashboard.internal.auth;

import dev.userdeck.servlet.internal.CookieName;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/**
 * The cookie of built-in operators. It has no {@code Path}: set by {@code <mount>/api/session}, it goes to
 * {@code <mount>/api} alone, under any prefix. A route of more segments can't set it: the browser would send it back below that route
 * alone.
 *
 * @param alwaysSecure whether it is kept from plain HTTP even where the container sees no TLS
 */
public record OperatorCookie(boolean alwaysSecure) {
    private static final CookieName NAME = new CookieName("userdeck_operator");

    /** The tokens that came along and count, at most some. */
    List<String> tokens(HttpServletRequest request) {
        return CookieName.tokens(request, name(request));
    }

    /** The same, and those of names that don't count here: who signs out doesn't leave them good for elsewhere. */
    List<String> allTokens(HttpServletRequest request) {
        return NAME.all().stream()
                .flatMap(each -> CookieName.tokens(request, each).stream())
                .distinct()
                .toList();
    }

    /** The value of {@code Set-Cookie} that gives a token to the browser. */
    String carrying(String token, HttpServletRequest request) {
        return setting(name(request), token);
    }

    /** The values of {@code Set-Cookie} that take it away, under each name that it came by. */
    List<String> removing(HttpServletRequest request) {
        String current = name(request);
        return NAME.all().stream()
                .filter(each -> each.equals(current) || CookieName.isThere(request, each))
                .map(each -> setting(each, "; Max-Age=0"))
                .toList();
    }

    private String name(HttpServletRequest request) {
        return NAME.of(alwaysSecure || request.isSecure(), "");
    }

    /** Browsers drop a cookie that is {@code Secure} when it comes over plain HTTP. */
    private static String setting(String name, String value) {
        return name + "=" + value + "; HttpOnly; SameSite=Strict" + (CookieName.isSecure(name) ? "; Secure" : "");
    }
}
