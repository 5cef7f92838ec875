package dev.userdeck.internal.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.BitSet;

/**
 * The elements of a JSON array as bytes, parted by quotes, brackets and commas alone. Strict where it could otherwise take
 * something within an element for the next one.
 */
final class JsonElements {
    private final Bytes bytes;
    /** Which of the open brackets are {@code [}, by depth; of those that may be in what is read. */
    private final BitSet isArray = new BitSet(JsonValues.MAX_DEPTH);

    private boolean isTooLong;

    /** What an element ended by: {@code ,} or {@code ]}, the end of the text, or that the brackets don't fit. */
    enum End {
        COMMA,
        BRACKET,
        TEXT,
        LOST
    }

    JsonElements(Bytes bytes) {
        this.bytes = bytes;
    }

    /** Goes behind this token and the white space before it; stays in front of another. */
    boolean skip(String token) throws IOException {
        while (isSpace(bytes.peek())) {
            bytes.read();
        }
        for (int i = 0; i < token.length(); i++) {
            if (bytes.peek() != token.charAt(i)) {
                return false;
            }
            bytes.read();
        }
        return true;
    }

    private static boolean isSpace(int next) {
        return next == ' ' || next == '\t' || next == '\r' || next == '\n';
    }

    /** Whether the element that was read last has more bytes than were to be kept. */
    boolean isTooLong() {
        return isTooLong;
    }

    /**
     * Reads an element and what ends it.
     *
     * @param most bytes to keep; what is beyond is read, to find the end, but not kept
     */
    End read(ByteArrayOutputStream element, int most) throws IOException {
        isTooLong = false;
        int depth = 0;
        while (true) {
            int next = bytes.read();
            if (next < 0) {
                return End.TEXT;
            }
            switch (next) {
                case ',' -> {
                    if (depth == 0) {
                        return End.COMMA;
                    }
                }
                case '[', '{' -> open(depth++, next == '[');
                case ']', '}' -> {
                    if (depth == 0 && next == ']') {
                        return End.BRACKET;
                    }
                    // one } too many is the parser's to refuse: the element is over either way
                    if (depth > 0 && !fits(--depth, next)) {
                        return End.LOST;
                    }
                }
                // stands in strings alone: a quote was lost before it
                case '\\' -> {
                    return End.LOST;
                }
                default -> {}
            }
            keep(next, element, most);
            if (next == '"' && !string(element, most)) {
                return End.TEXT;
            }
        }
    }

    private void open(int depth, boolean array) {
        if (depth < JsonValues.MAX_DEPTH) {
            isArray.set(depth, array);
        }
    }

    /** What is deeper than the parser goes is counted, not kept: it is refused in any case. */
    private boolean fits(int depth, int closing) {
        return depth >= JsonValues.MAX_DEPTH || isArray.get(depth) == (closing == ']');
    }

    /** Reads to the closing quote; tells whether there is one. */
    private boolean string(ByteArrayOutputStream element, int most) throws IOException {
        boolean isEscaped = false;
        for (int next = bytes.read(); next >= 0; next = bytes.read()) {
            keep(next, element, most);
            if (next == '"' && !isEscaped) {
                return true;
            }
            isEscaped = next == '\\' && !isEscaped;
        }
        return false;
    }

    private void keep(int next, ByteArrayOutputStream element, int most) {
        if (element.size() < most) {
            element.write(next);
        } else {
            isTooLong = true;
        }
    }
}
