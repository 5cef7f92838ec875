package dev.userdeck.internal.data;

import dev.userdeck.data.ImportRefusedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The bytes of a text in UTF-8, through one buffer; counts lines. */
final class Bytes {
    static final int BUFFER = 64 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;
    private long line = 1;

    /**
     * Passes over a byte order mark.
     *
     * @throws ImportRefusedException if it is one of UTF-16, or the first letter is in UTF-16
     */
    Bytes(InputStream in) throws IOException {
        this.in = in;
        while (end < 3) {
            int read = in.read(buffer, end, buffer.length - end);
            if (read < 0) {
                break;
            }
            end += read;
        }
        if (startsWith(0xef, 0xbb, 0xbf)) {
            at = 3;
        } else if (startsWith(0xff, 0xfe) || startsWith(0xfe, 0xff) || isZero(0) || isZero(1)) {
            throw new ImportRefusedException("encoding-invalid", "The file is in UTF-16: save it as UTF-8.");
        }
    }

    private boolean startsWith(int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= end || (buffer[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean isZero(int index) {
        return index < end && buffer[index] == 0;
    }

    /** The next byte, -1 at the end. */
    int read() throws IOException {
        if (peek() < 0) {
            return -1;
        }
        byte next = buffer[at++];
        if (next == '\n') {
            line++;
        }
        return next & 0xff;
    }

    /** The next byte, which stays; -1 at the end. */
    int peek() throws IOException {
        while (at == end) {
            end = in.read(buffer);
            at = 0;
            if (end < 0) {
                end = 0;
                return -1;
            }
        }
        return buffer[at] & 0xff;
    }

    /** The byte so many behind the next one, which all stay; -1 at the end, and beyond what the buffer holds. */
    int peek(int ahead) throws IOException {
        while (at + ahead >= end && end < buffer.length) {
            int read = in.read(buffer, end, buffer.length - end);
            if (read < 0) {
                return -1;
            }
            end += read;
        }
        return at + ahead < end ? buffer[at + ahead] & 0xff : -1;
    }

    /** How many bytes the buffer holds in front of one of these two or of a line end. */
    int before(int one, int other) {
        int to = at;
        while (to < end && buffer[to] != one && buffer[to] != other && buffer[to] != '\n' && buffer[to] != '\r') {
            to++;
        }
        return to - at;
    }

    /** Goes behind so many bytes of what the buffer holds, none of them a line end, and adds them. */
    void read(int count, @Nullable ByteArrayOutputStream to) {
        if (to != null) {
            to.write(buffer, at, count);
        }
        at += count;
    }

    /**
     * Adds what there is up to the end of the line, and goes behind it.
     *
     * @param most bytes to add; when there are more, it stops in front of them
     * @return whether the line ended there; false at the end of the text, too
     */
    boolean readLine(ByteArrayOutputStream line, int most) throws IOException {
        while (peek() >= 0) {
            int limit = Math.min(end, at + most - line.size());
            int to = at;
            while (to < limit && buffer[to] != '\n') {
                to++;
            }
            line.write(buffer, at, to - at);
            at = to;
            if (at < end) {
                return buffer[at] == '\n' && read() == '\n';
            }
        }
        return false;
    }

    /** The line of the next byte, from 1. */
    long line() {
        return line;
    }

    /** Goes behind the end of the line; tells whether there was one. */
    boolean skipLine() throws IOException {
        int next = read();
        while (next >= 0 && next != '\n') {
            next = read();
        }
        return next == '\n';
    }

    /** All of it from here on, byte by byte no more. */
    InputStream rest() {
        var first = new java.io.ByteArrayInputStream(buffer, at, end - at);
        return new java.io.SequenceInputStream(first, in);
    }

    /** Text of these bytes, null if they are not UTF-8. */
    static @Nullable String text(ByteArrayOutputStream bytes) {
        String text = bytes.toString(StandardCharsets.UTF_8);
        // What isn't UTF-8 becomes this character, which may also be in a text
        if (text.indexOf('\ufffd') < 0) {
            return text;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
