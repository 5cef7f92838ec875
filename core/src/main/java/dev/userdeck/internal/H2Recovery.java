package dev.userdeck.internal;

import dev.userdeck.error.StorageException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at an H2 file before H2 opens it, as H2 goes back to an older state, or to an empty one, without a word.
 *
 * <p>The header of the file says where its newest part is, but in H2 2.5 one part late. Where each part follows the one
 * before it, H2 finds its way from there; a part that went into a gap it overlooks, with all that was committed since. So
 * after a kill the last commits seem lost. Its recovery mode looks for the newest part in the whole file.
 *
 * <p>If even the part that the header speaks of isn't there, the file is damaged.
 */
final class H2Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(H2Recovery.class);
    private static final int HEADER_SIZE = 4096;
    private static final String CLOSED = ",clean:1,";
    private static final Pattern VERSION = Pattern.compile(",version:([0-9a-f]{1,15}),");

    private H2Recovery() {}

    /**
     * Makes the newest part the one that H2 opens. A file that is in use or can't be read stays as it is: opening the database
     * tells what is wrong with it.
     *
     * @param database the file without its suffix
     * @throws StorageException if the file is damaged, so that opening it would bring back an older state
     */
    static void recover(Path database) {
        Path file = database.resolveSibling(database.getFileName() + ".mv.db");
        try {
            if (Files.isRegularFile(file)) {
                recoverFile(file);
            }
        } catch (IOException | MVStoreException e) {
            LOG.debug("The file of the database is left as it is", e);
        }
    }

    private static void recoverFile(Path file) throws IOException {
        String header = header(file);
        long newest = newest(builder(file).readOnly());
        if (!header.contains(CLOSED)) {
            long hidden = newest(builder(file).readOnly().recoveryMode());
            if (hidden > newest) {
                // only then: in this mode H2 takes pages that it can't read for empty ones
                builder(file).recoveryMode().open().close();
                LOG.info(
                        "The file of the database was not closed; {} changes were found that H2 overlooks",
                        hidden - newest);
                newest = hidden;
            }
        }
        Matcher version = VERSION.matcher(header);
        if (version.find() && newest < Long.parseLong(version.group(1), 16)) {
            throw StorageException.damaged(
                    "open " + file, new EOFException("The newest part of the file is missing or broken"));
        }
    }

    private static String header(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEADER_SIZE), StandardCharsets.ISO_8859_1);
        }
    }

    private static MVStore.Builder builder(Path file) {
        return new MVStore.Builder().fileName(file.toAbsolutePath().toString());
    }

    private static long newest(MVStore.Builder store) {
        try (MVStore open = store.open()) {
            return open.getCurrentVersion();
        }
    }
}
