package dev.userdeck.paging.spi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;

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
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list begins: behind the row with a key, or at an end of the list. Read it from the text that the caller
 * got with another page, read up to {@code size + 1} rows from it on, and let it make the {@link Page} of them.
 *
 * <p>The text is opaque, and belongs to the query that it was made by: one of another query, a damaged or an invented one is
 * refused. The check finds mistakes, not forgers: a cursor opens nothing that its query doesn't, if its parts are bound as
 * values and the query is checked as ever. A row that comes or goes meanwhile shifts no page.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class Cursor {
    private static final int VERSION = 1;
    private static final int CHECK_BYTES = 8;
    private static final int MAX_LENGTH = 4096;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final String query;
    private final boolean backwards;
    private final List<String> key;

    private Cursor(String query, boolean backwards, List<String> key) {
        this.query = query;
        this.backwards = backwards;
        this.key = List.copyOf(key);
    }

    /**
     * Reads a cursor.
     *
     * @param query all that decides which rows the list has and in which order, such as its name, the filters and the scope;
     *     of any length, as it isn't part of the text
     * @param text from a page of this query; null for the first page
     * @param keyParts how many values the key of a row has
     * @throws InvalidCursorException if it was not made by the same query
     */
    public static Cursor read(String query, @Nullable String text, int keyParts) {
        requireNonNull(query, "query");
        if (text == null) {
            return new Cursor(query, false, List.of());
        }
        byte[] bytes = bytes(text);
        int length = bytes.length - CHECK_BYTES;
        if (length < 0) {
            throw new InvalidCursorException();
        }
        byte[] content = Arrays.copyOf(bytes, length);
        byte[] check = Arrays.copyOfRange(bytes, length, bytes.length);
        if (!Arrays.equals(check, check(query, content))) {
            throw new InvalidCursorException();
        }
        return read(query, content, keyParts);
    }

    /** Whether rows are read against the order of the list: those before the key, the nearest first. */
    public boolean isBackwards() {
        return backwards;
    }

    /** Whether there is a row to begin behind. If not, it begins at the start of the list, or {@linkplain #isBackwards at its end}. */
    public boolean hasKey() {
        return !key.isEmpty();
    }

    /**
     * Returns one part of the key as text.
     *
     * @throws IndexOutOfBoundsException if there is no such part, as without a {@linkplain #hasKey key}
     */
    public String text(int part) {
        return key.get(part);
    }

    /**
     * Returns one part of the key as a number.
     *
     * @throws InvalidCursorException if it is none
     * @throws IndexOutOfBoundsException if there is no such part, as without a {@linkplain #hasKey key}
     */
    public long number(int part) {
        try {
            return Long.parseLong(key.get(part));
        } catch (NumberFormatException e) {
            throw new InvalidCursorException();
        }
    }

    /** Makes the text of a cursor of the same query: for what comes after the row with this key. */
    public String after(List<String> row) {
        return new Cursor(query, false, row).text();
    }

    /** Makes the text of a cursor of the same query: for what comes before the row with this key. */
    public String before(List<String> row) {
        return new Cursor(query, true, row).text();
    }

    /**
     * Makes the page that begins here. One that has emptied since its cursor was made leads back to the rows that there are.
     *
     * @param found up to {@code size + 1} rows, in the order in which they were read
     * @param size how many rows a page has at most
     * @param keyOf the key of a row: what the list is sorted by, and enough of it to tell any two rows apart
     */
    public <R> Page<R> page(List<R> found, int size, Function<? super R, List<String>> keyOf) {
        boolean more = found.size() > size;
        var rows = new ArrayList<>(more ? found.subList(0, size) : found);
        if (rows.isEmpty()) {
            String back = hasKey() ? new Cursor(query, !backwards, List.of()).text() : null;
            return backwards ? new Page<>(rows, back, null) : new Page<>(rows, null, back);
        }
        if (backwards) {
            Collections.reverse(rows);
        }
        boolean hasNext = backwards ? hasKey() : more;
        boolean hasPrevious = backwards ? more : hasKey();
        return new Page<>(
                rows,
                hasNext ? after(keyOf.apply(rows.get(rows.size() - 1))) : null,
                hasPrevious ? before(keyOf.apply(rows.get(0))) : null);
    }

    private String text() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeBoolean(backwards);
            out.writeByte(key.size());
            for (String part : key) {
                byte[] utf8 = part.getBytes(UTF_8);
                out.writeShort(utf8.length);
                out.write(utf8);
            }
            out.write(check(query, bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can be written to", e);
        }
        return ENCODER.encodeToString(bytes.toByteArray());
    }

    private static byte[] bytes(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new InvalidCursorException();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            // One text per cursor: no padding, no stray bits at the end.
            if (ENCODER.encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidCursorException();
        }
        throw new InvalidCursorException();
    }

    private static Cursor read(String query, byte[] content, int keyParts) {
        try (var in = new DataInputStream(new ByteArrayInputStream(content))) {
            if (in.readByte() != VERSION) {
                throw new InvalidCursorException();
            }
            boolean backwards = in.readBoolean();
            int parts = in.readByte();
            if (parts != 0 && parts != keyParts) {
                throw new InvalidCursorException();
            }
            var key = new ArrayList<String>(keyParts);
            for (int part = 0; part < parts; part++) {
                key.add(text(in));
            }
            if (in.available() > 0) {
                throw new InvalidCursorException();
            }
            return new Cursor(query, backwards, key);
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

    private static byte[] check(String query, byte[] content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(query.getBytes(UTF_8));
            digest.update((byte) 0);
            return Arrays.copyOf(digest.digest(content), CHECK_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
