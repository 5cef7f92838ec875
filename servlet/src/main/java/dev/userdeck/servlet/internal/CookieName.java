package dev.userdeck.servlet.internal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The name of a cookie of ours. Over TLS it begins with a prefix by which browsers let neither plain HTTP nor, with
 * {@code __Host-}, a sibling host set it (RFC 6265bis, 4.1.3); the name without the prefix counts for nothing there. Over
 * plain HTTP, where browsers take no prefix, it is the other way round.
 *
 * @param plain the name without a prefix
 */
public record CookieName(String plain) {
    private static final String HOST = "__Host-";
    private static final String SECURE = "__Secure-";
    /** What a token of ours may look like; anything else came from elsewhere and isn't counted. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._-]{16,200}");
    /** As many as a header holds of a few paths and parent domains; each may cost a look at the database. */
    private static final int MAX_TRIED = 20;

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it has a prefix already
     */
    public CookieName {
        if (plain.regionMatches(true, 0, HOST, 0, HOST.length())
                || plain.regionMatches(true, 0, SECURE, 0, SECURE.length())) {
            throw new IllegalArgumentException("The prefix of a cookie's name is set by itself, over TLS: " + plain);
        }
    }

    /**
     * The whole name.
     *
     * @param secure whether the cookie is {@code Secure}
     * @param path where the browser sends it, empty for the folder of the request
     */
    public String of(boolean secure, String path) {
        if (!secure) {
            return plain;
        }
        return (path.equals("/") ? HOST : SECURE) + plain;
    }

    /** All names that the cookie may have had, as when the app moved to TLS. */
    public List<String> all() {
        return List.of(HOST + plain, SECURE + plain, plain);
    }

    /** Whether a cookie of this name is {@code Secure}. */
    public static boolean isSecure(String name) {
        return name.startsWith(HOST) || name.startsWith(SECURE);
    }

    /** Whether browsers take a cookie of this name for the whole host alone. */
    public static boolean isForHost(String name) {
        return name.startsWith(HOST);
    }

    /** What could be tokens among the cookies of this name: browsers send several, and anyone's may come first. */
    public static List<String> tokens(HttpServletRequest request, String name) {
        return cookies(request).stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .filter(value -> TOKEN.matcher(value).matches())
                .distinct()
                .limit(MAX_TRIED)
                .toList();
    }

    /** Whether a cookie of this name came along, whatever it holds. */
    public static boolean isThere(HttpServletRequest request, String name) {
        return cookies(request).stream().anyMatch(cookie -> cookie.getName().equals(name));
    }

    private static List<Cookie> cookies(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null ? List.of() : Arrays.asList(cookies);
    }
}
