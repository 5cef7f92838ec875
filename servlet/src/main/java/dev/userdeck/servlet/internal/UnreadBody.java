package dev.userdeck.servlet.internal;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;

/** What a client has still to send when a request is answered. */
final class UnreadBody {
    private static final int MAX_DRAINED_BYTES = 16 * 1024 * 1024;
    private static final Duration MAX_DRAIN_TIME = Duration.ofSeconds(2);

    private UnreadBody() {}

    /**
     * Throws away what is left of a body before the answer, so that a client that is still sending gets to read it
     * instead of a reset, and its next request finds the connection open: a container that has answered before the end
     * of a body closes it. Bounded: the container cuts off who sends more, or slowly.
     */
    static void drain(HttpServletRequest request) {
        if (!isThere(request) || request.getHeader("Expect") != null) {
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

    static boolean isThere(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }
}
