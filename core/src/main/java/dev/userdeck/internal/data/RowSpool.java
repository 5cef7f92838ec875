package dev.userdeck.internal.data;

import dev.userdeck.data.ImportRefusedException;
import dev.userdeck.internal.data.JsonValues.NoJsonException;
import dev.userdeck.internal.data.RelatedRows.Row;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a dry run, kept in a temporary file to be looked at again. What they say is encrypted (AES-GCM) with a key that is
 * nowhere but in memory, and the file is deleted at the end.
 */
final class RowSpool implements AutoCloseable {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 16;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final BitSet waiting = new BitSet();
    private int waitingKeys;
    private int rows;
    /** Where each row's text is. */
    private long[] at = new long[1_024];

    private long end;
    private @Nullable Path path;
    private @Nullable RandomAccessFile file;
    private @Nullable DataOutputStream out;

    RowSpool() {
        byte[] secret = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(secret);
        key = new SecretKeySpec(secret, "AES");
    }

    int rows() {
        return rows;
    }

    boolean isWaiting(int row) {
        return waiting.get(row);
    }

    boolean hasWaiting() {
        return !waiting.isEmpty();
    }

    /** Adds a row. */
    void add(ImportRow row, Map<String, Object> values, long[] keys, boolean waits) {
        try {
            write(row, values, keys, waits);
        } catch (IOException e) {
            throw refused(e);
        }
    }

    private void write(ImportRow row, Map<String, Object> values, long[] keys, boolean waits) throws IOException {
        byte[] text = crypt(Cipher.ENCRYPT_MODE, rows, JsonValues.text(values).getBytes(StandardCharsets.UTF_8));
        DataOutputStream to = out();
        to.writeInt(keys.length);
        for (long one : keys) {
            to.writeLong(one);
        }
        to.writeLong(row.number());
        to.writeInt(text.length);
        to.write(text);
        if (rows == at.length) {
            at = Arrays.copyOf(at, rows + rows / 2);
        }
        end += Integer.BYTES + (long) Long.BYTES * keys.length;
        at[rows] = end;
        end += Long.BYTES + Integer.BYTES + text.length;
        if (waits) {
            waiting.set(rows);
            waitingKeys += keys.length;
        }
        rows++;
    }

    /** The rows so far are a batch. */
    void endBatch() {
        try {
            out().writeInt(-1);
        } catch (IOException e) {
            throw refused(e);
        }
        end += Integer.BYTES;
    }

    private static ImportRefusedException refused(IOException e) {
        var refused = new ImportRefusedException(
                "temporary-file-missing",
                "A dry run of more than %d rows keeps them in a temporary file, which can't be written here. Import the file without it, or try a part of it."
                        .formatted(ImportBatch.MAX_USERS));
        refused.initCause(e);
        return refused;
    }

    private DataOutputStream out() throws IOException {
        if (out == null) {
            try {
                path = Files.createTempFile("userdeck-preview-", ".tmp");
                file = new RandomAccessFile(path.toFile(), "rw");
            } catch (IOException e) {
                throw refused(e);
            }
            out = new DataOutputStream(
                    new BufferedOutputStream(Channels.newOutputStream(file.getChannel()), Bytes.BUFFER));
        }
        return out;
    }

    /** Which have to do with those that wait. */
    RelatedRows related() throws IOException {
        var related = new RelatedRows(rows, waitingKeys);
        forEachBatch(batch -> batch.forEach(row -> {
            if (isWaiting(row.number())) {
                related.addWaiting(row.number(), row.keys());
            }
        }));
        forEachBatch(batch -> {
            batch.removeIf(row -> isWaiting(row.number()));
            related.addOthers(batch);
        });
        return related;
    }

    private void forEachBatch(Consumer<List<Row>> work) throws IOException {
        out().flush();
        RandomAccessFile from = opened();
        from.seek(0);
        // not closed, as that would close the file
        var in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(from.getChannel()), Bytes.BUFFER));
        var batch = new ArrayList<Row>();
        for (int row = 0; row < rows; ) {
            int count = in.readInt();
            if (count < 0) {
                work.accept(batch);
                batch.clear();
                continue;
            }
            long[] keys = new long[count];
            for (int i = 0; i < count; i++) {
                keys[i] = in.readLong();
            }
            in.readLong();
            in.skipNBytes(in.readInt());
            batch.add(new Row(row++, keys));
        }
        work.accept(batch);
    }

    /** The row again. */
    ImportRow row(int row) throws IOException {
        RandomAccessFile from = opened();
        from.seek(at[row]);
        byte[] head = new byte[Long.BYTES + Integer.BYTES];
        from.readFully(head);
        ByteBuffer numbers = ByteBuffer.wrap(head);
        long number = numbers.getLong();
        byte[] text = new byte[numbers.getInt()];
        from.readFully(text);
        String json = new String(crypt(Cipher.DECRYPT_MODE, row, text), StandardCharsets.UTF_8);
        try {
            return ImportRow.of(number, JsonValues.object(json), text.length);
        } catch (NoJsonException e) {
            throw new IllegalStateException("It was written by us", e);
        }
    }

    private RandomAccessFile opened() {
        if (file == null) {
            throw new IllegalStateException("There are no rows");
        }
        return file;
    }

    /** With the row's place in the file as the nonce: no two have the same. */
    private byte[] crypt(int mode, int row, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            byte[] nonce = ByteBuffer.allocate(12).putInt(8, row).array();
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES-GCM", e);
        }
    }

    @Override
    public void close() {
        if (file == null || path == null) {
            return;
        }
        try {
            file.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            path.toFile().deleteOnExit(); // nobody can read it
        }
    }
}
