package dev.userdeck.servlet.internal;

import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemException;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Route;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a body within its bounds: 415 for another type, 413 for a larger one, 400 for one that breaks off. */
final class RequestBody {
    private static final Pattern UTF_8 = Pattern.compile("([^;\\s]+)\\s*(?:;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?");
    private static final int MAX_DRAINED_BYTES = 16 * 1024 * 1024;
    private static final Duration MAX_DRAIN_TIME = Duration.ofSeconds(2);

    private RequestBody() {}

    /** Refuses a body that is not JSON, or not a file that the route takes (415). A request without one passes. */
    static void requireType(HttpServletRequest request, Route route) {
        if (hasBody(request) && !isOf(request.getContentType(), route)) {
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
            throw tooLarge(limit);
        }
        return route.takes().isEmpty() ? json.read(read(request, limit), type) : new FileBody(request, limit);
    }

    private static byte[] read(HttpServletRequest request, long limit) {
        byte[] body;
        try {
            body = request.getInputStream().readNBytes(Math.toIntExact(limit + 1));
        } catch (IOException e) {
            throw brokenOff();
        }
        if (body.length > limit) {
            throw tooLarge(limit);
        }
        return body;
    }

    /**
     * Throws away what is left of a body before it is refused, so that a client that is still sending gets to read the
     * answer instead of a reset. Bounded: the container cuts off who sends more, or slowly.
     */
    static void drain(HttpServletRequest request) {
        if (!hasBody(request) || request.getHeader("Expect") != null) {
            return;
        }
        long deadline = System.nanoTime() + MAX_DRAIN_TIME.toNanos();
        var buffer = new byte[8 * 1024];
        try {
            ServletInputStream in = request.getInputStream();
            long left = MAX_DRAINED_BYTES;
            int count = 0;
            while (count >= 0 && left > 0 && System.nanoTime() < deadline) {
                count = in.read(buffer);
                left -= count;
            }
        } catch (IOException | IllegalStateException e) {
            // It is thrown away: gone already, or in the hands of a reader of the host's.
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
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

    static ProblemException brokenOff() {
        return Problem.of(ProblemType.MALFORMED)
                .detail("The body ended before its time")
                .exception();
    }

    static ProblemException tooLarge(long limit) {
        return Problem.of(ProblemType.TOO_LARGE)
                .detail("At most " + limit + " bytes are taken here")
                .with("limit", limit)
                .exception();
    }
}
