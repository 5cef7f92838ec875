package dev.userdeck.internal.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.userdeck.paging.InvalidCursorException;
import dev.userdeck.paging.Page;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns a position in a list into opaque text and back. A cursor belongs to the query it was made by, told by a
 * fingerprint; one of another query, a damaged or an invented one is refused.
 *
 * <p>The check finds mistakes, not forgers: a cursor opens nothing that its query doesn't, and its values are binds.
 */
public final class Cursors {
    private static final int VERSION = 1;
    private static final int CHECK_BYTES = 8;
    private static final int MAX_LENGTH = 4096;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private Cursors() {}

    /**
     * A position in a list.
     *
     * @param backwards whether the page wanted is the one before it
     * @param key the sort key of the row next to the position
     */
    public record Decoded(boolean backwards, List<String> key) {

        /** Copies the list. */
        public Decoded {
            key = List.copyOf(key);
        }

        /** One part of the key as text. */
        public String text(int part) {
            return key.get(part);
        }

        /** One part of the key as a number. */
        public long number(int part) {
            try {
                return Long.parseLong(key.get(part));
            } catch (NumberFormatException e) {
                throw new InvalidCursorException();
            }
        }
    }

    /** Makes a cursor for the page after or before the row with this key. */
    public static String encode(String queryFingerprint, boolean backwards, String... key) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeBoolean(backwards);
            out.writeByte(key.length);
            for (String part : key) {
                byte[] text = part.getBytes(UTF_8);
                out.writeShort(text.length);
                out.write(text);
            }
            out.write(check(queryFingerprint, bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can be written to", e);
        }
        return ENCODER.encodeToString(bytes.toByteArray());
    }

    /**
     * Reads a cursor.
     *
     * @param keyParts how many values the key has
     * @throws InvalidCursorException if it was not made by the same query
     */
    public static Decoded decode(String queryFingerprint, String cursor, int keyParts) {
        byte[] bytes = bytes(cursor);
        int length = bytes.length - CHECK_BYTES;
        if (length < 0) {
            throw new InvalidCursorException();
        }
        byte[] content = Arrays.copyOf(bytes, length);
        byte[] check = Arrays.copyOfRange(bytes, length, bytes.length);
        if (!Arrays.equals(check, check(queryFingerprint, content))) {
            throw new InvalidCursorException();
        }
        return read(content, keyParts);
    }

    /**
     * Makes a page of the rows that were read for it.
     *
     * @param from the cursor that was asked for, null for the first page
     * @param size how many rows a page has at most
     * @param fetched up to {@code size + 1} rows in the direction of the cursor
     * @param key the sort key of a row
     */
    public static <R> Page<R> page(
            String queryFingerprint,
            @Nullable Decoded from,
            int size,
            List<R> fetched,
            Function<? super R, String[]> key) {
        boolean more = fetched.size() > size;
        var rows = new ArrayList<>(more ? fetched.subList(0, size) : fetched);
        if (rows.isEmpty()) {
            return Page.single(rows);
        }
        boolean backwards = from != null && from.backwards();
        if (backwards) {
            Collections.reverse(rows);
        }
        boolean after = backwards || more;
        boolean before = backwards ? more : from != null;
        String[] last = key.apply(rows.get(rows.size() - 1));
        String[] first = key.apply(rows.get(0));
        return new Page<>(
                rows,
                after ? encode(queryFingerprint, false, last) : null,
                before ? encode(queryFingerprint, true, first) : null);
    }

    private static byte[] bytes(String cursor) {
        if (cursor.length() > MAX_LENGTH) {
            throw new InvalidCursorException();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            // One text per cursor: no padding, no stray bits at the end.
            if (ENCODER.encodeToString(bytes).equals(cursor)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidCursorException();
        }
        throw new InvalidCursorException();
    }

    private static Decoded read(byte[] content, int keyParts) {
        try (var in = new DataInputStream(new ByteArrayInputStream(content))) {
            if (in.readByte() != VERSION) {
                throw new InvalidCursorException();
            }
            boolean backwards = in.readBoolean();
            if (in.readByte() != keyParts) {
                throw new InvalidCursorException();
            }
            var key = new ArrayList<String>(keyParts);
            for (int part = 0; part < keyParts; part++) {
                key.add(text(in));
            }
            if (in.available() > 0) {
                throw new InvalidCursorException();
            }
            return new Decoded(backwards, key);
        } catch (IOException e) {
            throw new InvalidCursorException();
        }
    }

    private static String text(DataInputStream in) throws IOException {
        var text = new String(in.readNBytes(in.readUnsignedShort()), UTF_8);
        if (text.indexOf('\0') >= 0) {
            throw new InvalidCursorException();
        }
        return text;
    }

    private static byte[] check(String queryFingerprint, byte[] content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(queryFingerprint.getBytes(UTF_8));
            digest.update((byte) 0);
            return Arrays.copyOf(digest.digest(content), CHECK_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
