package dev.userdeck.servlet.internal;

import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemException;
import dev.userdeck.http.spi.ProblemType;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a body within its bounds. */
final class RequestBody {
    private static final Pattern JSON =
            Pattern.compile("application/json\\s*(;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?", Pattern.CASE_INSENSITIVE);
    private static final int MAX_DRAINED_BYTES = 16 * 1024 * 1024;
    private static final Duration MAX_DRAIN_TIME = Duration.ofSeconds(2);

    private RequestBody() {}

    /** Refuses a body that is not JSON (415). A request without one passes. */
    static void requireJson(HttpServletRequest request) {
        if (!isJson(request.getContentType()) && hasBody(request)) {
            throw Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE).exception();
        }
    }

    /**
     * Reads the body.
     *
     * @throws ProblemException 413 if it has more bytes than {@code limit}, 415 if it isn't called JSON, 400 if it
     *     breaks off
     */
    static byte[] read(HttpServletRequest request, int limit) {
        if (!isJson(request.getContentType())) {
            throw Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE).exception();
        }
        if (request.getContentLengthLong() > limit) {
            throw tooLarge(limit);
        }
        byte[] body;
        try {
            body = request.getInputStream().readNBytes(limit + 1);
        } catch (IOException e) {
            throw Problem.of(ProblemType.MALFORMED)
                    .detail("The body ended before its time")
                    .exception();
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

    private static boolean isJson(@Nullable String contentType) {
        return contentType != null
                && JSON.matcher(contentType.trim().toLowerCase(Locale.ROOT)).matches();
    }

    private static ProblemException tooLarge(int limit) {
        return Problem.of(ProblemType.TOO_LARGE)
                .detail("At most " + limit + " bytes are taken here")
                .with("limit", limit)
                .exception();
    }
}
