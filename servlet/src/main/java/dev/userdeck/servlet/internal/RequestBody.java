package dev.userdeck.servlet.internal;

import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemException;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Route;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a body within its bounds: 415 for another type, 413 for a larger one, 400 for one that breaks off. */
final class RequestBody {
    private static final Pattern UTF_8 = Pattern.compile("([^;\\s]+)\\s*(?:;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?");

    private RequestBody() {}

    /** Refuses a body that is not JSON, or not a file that the route takes (415). A request without one passes. */
    static void requireType(HttpServletRequest request, Route route) {
        if (UnreadBody.isThere(request) && !isOf(request.getContentType(), route)) {
            throw wrongType(route);
        }
    }

    /** The body of this route: a value, a stream, or null when it has none. */
    static @Nullable Object of(HttpServletRequest request, Route route, Json json) {
        Class<?> type = route.requestType();
        if (type == null) {
            return null;
        }
        if (!isOf(request.getContentType(), route)) {
            throw wrongType(route);
        }
        long limit = route.maxBodyBytes();
        if (request.getContentLengthLong() > limit) {
            throw FileBody.tooLarge(limit);
        }
        return route.takes().isEmpty() ? json.read(read(request, limit), type) : new FileBody(request, limit);
    }

    private static byte[] read(HttpServletRequest request, long limit) {
        byte[] body;
        try {
            body = request.getInputStream().readNBytes(Math.toIntExact(limit + 1));
        } catch (IOException e) {
            throw FileBody.brokenOff();
        }
        if (body.length > limit) {
            throw FileBody.tooLarge(limit);
        }
        return body;
    }

    private static boolean isOf(@Nullable String contentType, Route route) {
        if (contentType == null) {
            return false;
        }
        Matcher type = UTF_8.matcher(contentType.trim().toLowerCase(Locale.ROOT));
        return type.matches() && taken(route).contains(type.group(1));
    }

    private static Set<String> taken(Route route) {
        return route.takes().isEmpty() ? Set.of("application/json") : route.takes();
    }

    private static ProblemException wrongType(Route route) {
        return Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE)
                .detail("Send " + String.join(" or ", new TreeSet<>(taken(route))) + ", in UTF-8")
                .exception();
    }
}
