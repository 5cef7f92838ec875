package dev.userdeck.internal.idna;

import static dev.userdeck.internal.idna.UnicodeTable.UNICODE;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Normalization Form C, by UAX #15 and the table's version of Unicode. Java's own is of the version of each Java. */
final class Nfc {
    /** Nothing below is changed, nor composes with what is before it. */
    private static final int FIRST_TO_CHANGE = 0x300;

    private Nfc() {}

    static String of(String text) {
        if (text.chars().allMatch(c -> c < FIRST_TO_CHANGE)) {
            return text;
        }
        int[] parts = text.codePoints().flatMap(Nfc::decomposed).toArray();
        order(parts);
        return composed(parts);
    }

    private static IntStream decomposed(int c) {
        int[] hangul = Hangul.decomposed(c);
        if (hangul.length > 0) {
            return IntStream.of(hangul);
        }
        int[] parts = UNICODE.decomposition(c);
        return parts == null ? IntStream.of(c) : IntStream.of(parts).flatMap(Nfc::decomposed);
    }

    /** Marks that follow a letter, by their class; those of one class stay as they are. */
    private static void order(int[] parts) {
        int start = 0;
        while (start < parts.length) {
            int end = start;
            while (end < parts.length && UNICODE.combiningClass(parts[end]) > 0) {
                end++;
            }
            if (end - start > 1) {
                order(parts, start, end);
            }
            start = end + 1;
        }
    }

    /** Not by moving each: there may be as many as somebody cares to send. */
    private static void order(int[] parts, int start, int end) {
        int[] run = Arrays.copyOfRange(parts, start, end);
        int[] ordered = IntStream.range(0, run.length)
                .mapToLong(i -> (long) UNICODE.combiningClass(run[i]) << 32 | i)
                .sorted()
                .mapToInt(key -> run[(int) key])
                .toArray();
        System.arraycopy(ordered, 0, parts, start, ordered.length);
    }

    private static String composed(int[] parts) {
        int[] out = new int[parts.length];
        int length = 0;
        int starter = -1;
        int lastClass = -1;
        for (int part : parts) {
            int combining = UNICODE.combiningClass(part);
            int whole = starter >= 0 && lastClass < combining ? composition(out[starter], part) : -1;
            if (whole >= 0) {
                out[starter] = whole;
                continue;
            }
            lastClass = combining;
            if (combining == 0) {
                starter = length;
                lastClass = -1;
            }
            out[length++] = part;
        }
        return new String(out, 0, length);
    }

    private static int composition(int first, int second) {
        int hangul = Hangul.composed(first, second);
        return hangul >= 0 ? hangul : UNICODE.composition(first, second);
    }
}
