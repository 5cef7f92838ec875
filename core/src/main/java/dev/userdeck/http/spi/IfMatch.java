package dev.userdeck.http.spi;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code If-Match} (RFC 9110, 13.1.1); the other half of {@link Response#etagOf}. */
final class IfMatch {
    static final String NAME = "If-Match";

    /**
     * Of a version, which has as many digits as are in any {@code long}. What compresses answers on their way changes their ETags
     * and doesn't change them back: nginx makes them weak, Jetty (but for GET and POST) and Apache's httpd leave a mark in them.
     * The version is the same.
     */
    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"(\\d{1,18})(?:--?gzip)?\"");

    private IfMatch() {}

    static OptionalLong version(String header) {
        Matcher etag = ETAG.matcher(header.strip());
        return etag.matches() ? OptionalLong.of(Long.parseLong(etag.group(1))) : OptionalLong.empty();
    }

    static boolean names(String header, long version) {
        return header.strip().equals("*")
                || Arrays.stream(header.split(",", -1))
                        .map(IfMatch::version)
                        .anyMatch(named -> named.isPresent() && named.getAsLong() == version);
    }
}
