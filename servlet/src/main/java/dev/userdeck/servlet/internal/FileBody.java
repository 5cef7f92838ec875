package dev.userdeck.servlet.internal;

import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemException;
import dev.userdeck.http.spi.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;

/** A body that is read as it comes. Its failures are problems, as it is the client who is to blame for them. */
final class FileBody extends InputStream {
    private final HttpServletRequest request;
    private final long limit;
    private long count;

    FileBody(HttpServletRequest request, long limit) {
        this.request = request;
        this.limit = limit;
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        int more;
        try {
            more = request.getInputStream().read(buffer, offset, length);
        } catch (IOException e) {
            throw brokenOff();
        }
        count += Math.max(more, 0);
        if (count > limit) {
            throw tooLarge(limit);
        }
        return more;
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
