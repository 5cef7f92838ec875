package dev.userdeck.servlet.internal;

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
            throw RequestBody.brokenOff();
        }
        count += Math.max(more, 0);
        if (count > limit) {
            throw RequestBody.tooLarge(limit);
        }
        return more;
    }
}
