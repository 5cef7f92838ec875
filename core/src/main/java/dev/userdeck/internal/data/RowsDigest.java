package dev.userdeck.internal.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Of all rows of a file so far, in what they say: tells whether a file is the one that an import began with. */
final class RowsDigest {
    private final MessageDigest digest;

    RowsDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    void add(ImportRow row) {
        digest.update((row.number() + " " + row.values() + " " + row.errors()).getBytes(StandardCharsets.UTF_8));
    }

    /** As of now; more can be added. */
    String text() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Java's own SHA-256 can be copied", e);
        }
    }
}
