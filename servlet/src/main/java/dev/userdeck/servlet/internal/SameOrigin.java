package dev.userdeck.servlet.internal;

import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Protection of unsafe methods against requests from other sites. The browser says where a request comes from:
 *
 * <ul>
 *   <li>{@code Sec-Fetch-Site} present: it must be {@code same-origin}. Not {@code none} either: that is a person at
 *       the address bar, who sends nothing but GET.
 *   <li>absent, as over plain HTTP or with old browsers: {@code Origin} must be our own, as the request shows it, or a
 *       configured one.
 *   <li>neither: refused.
 * </ul>
 */
public final class SameOrigin {
    private final Set<String> configured;

    /**
     * Accepts our own origin and these.
     *
     * @param origins further ones, as in {@code https://app.example.org}: how browsers name this app where a proxy
     *     changes scheme, host or port
     * @throws IllegalArgumentException if one is not scheme, host and port alone
     */
    public SameOrigin(Collection<String> origins) {
        var normalised = new TreeSet<String>();
        for (String origin : origins) {
            String normal = normalised(origin);
            if (normal.isEmpty()) {
                throw new IllegalArgumentException("An origin looks like https://app.example.org, not " + origin);
            }
            normalised.add(normal);
        }
        this.configured = Set.copyOf(normalised);
    }

    /**
     * Lets the request pass if it comes from our own pages.
     *
     * @throws dev.userdeck.http.spi.ProblemException 403 if not
     */
    public void check(HttpServletRequest request) {
        if (!passes(request)) {
            throw Problem.of(ProblemType.CROSS_SITE).exception();
        }
    }

    private boolean passes(HttpServletRequest request) {
        List<String> sites = Collections.list(request.getHeaders("Sec-Fetch-Site"));
        if (!sites.isEmpty()) {
            return sites.equals(List.of("same-origin"));
        }
        List<String> origins = Collections.list(request.getHeaders("Origin"));
        if (origins.size() != 1) {
            return false;
        }
        String origin = normalised(origins.get(0));
        return !origin.isEmpty() && (origin.equals(own(request)) || configured.contains(origin));
    }

    private static String own(HttpServletRequest request) {
        String host = request.getServerName();
        String inUrl = host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
        return normalised(request.getScheme() + "://" + inUrl + ":" + request.getServerPort());
    }

    /** Scheme, host and port in one spelling; empty for what is not an origin, such as {@code null}. */
    private static String normalised(String origin) {
        URI uri;
        try {
            uri = new URI(origin);
        } catch (URISyntaxException e) {
            return "";
        }
        boolean bare = uri.getScheme() != null
                && uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.getRawPath().isEmpty()
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null;
        if (!bare) {
            return "";
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int port = uri.getPort() >= 0 ? uri.getPort() : defaultPort(scheme);
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }

    private static int defaultPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }
}
