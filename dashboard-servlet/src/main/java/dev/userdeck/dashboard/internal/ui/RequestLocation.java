package dev.userdeck.dashboard.internal.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a request stands, whatever the mapping, the context path and the proxy before it. */
final class RequestLocation {
    private RequestLocation() {}

    /**
     * The way from a document back to the mount, for its {@code <base href>}: {@code ./} or some {@code ../}. So no part
     * of the server needs to know under which prefix the browser sees it.
     *
     * @param segments of the path below the mount
     */
    static String base(List<String> segments) {
        return segments.size() <= 1 ? "./" : "../".repeat(segments.size() - 1);
    }

    /**
     * The same address with a slash at its end, relative: a proxy may have another prefix. The leading {@code ./} keeps a
     * segment with a colon from being read as a scheme.
     */
    static String withEndSlash(HttpServletRequest request) {
        String uri = request.getRequestURI();
        String segment = uri.substring(uri.lastIndexOf('/') + 1);
        int parameters = segment.indexOf(';');
        @Nullable String query = request.getQueryString();
        return "./" + (parameters < 0 ? segment : segment.substring(0, parameters)) + "/"
                + (query == null ? "" : "?" + query);
    }
}
