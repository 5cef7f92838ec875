package dev.userdeck.internal.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The passwords that attackers try first: words that people choose, and what was leaked most often. Of the latter the jar has hashes,
 * as many of them are nothing to read: of 5 bytes each, by which one in 70 million other passwords is taken for one of them.
 */
final class CommonPasswords {
    private static final String WORDS = "common-passwords.txt";
    /** The first 5 bytes of the SHA-256 of each, in order. Among them are all with 8 to 128 characters of the 30,000 most frequent. */
    private static final String LEAKED = "leaked-passwords.bin";

    private static final int BYTES = 5;

    private final Set<String> words;
    private final long[] leaked;

    private CommonPasswords(Set<String> words, long[] leaked) {
        this.words = words;
        this.leaked = leaked;
    }

    /** Reads the lists that are in the jar. */
    static CommonPasswords load() {
        Set<String> words = new String(read(WORDS), UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.toUnmodifiableSet());
        byte[] hashes = read(LEAKED);
        long[] leaked = new long[hashes.length / BYTES];
        Arrays.setAll(leaked, i -> number(hashes, i * BYTES));
        return new CommonPasswords(words, leaked);
    }

    /** Tells whether lower-case text is on a list, as it is, repeated, or dressed up with digits and signs at the ends. */
    boolean contains(String text) {
        String letters = text.replaceAll("[\\s._-]", "");
        return isListed(text)
                || Stream.of(letters, Patterns.unit(letters), letters.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", ""))
                        .anyMatch(this::isListed);
    }

    private boolean isListed(String text) {
        return words.contains(text) || Arrays.binarySearch(leaked, number(sha256(text), 0)) >= 0;
    }

    private static long number(byte[] bytes, int from) {
        long number = 0;
        for (int i = from; i < from + BYTES; i++) {
            number = number << Byte.SIZE | Byte.toUnsignedLong(bytes[i]);
        }
        return number;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static byte[] read(String resource) {
        try (InputStream in = CommonPasswords.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + resource, e);
        }
    }
}
