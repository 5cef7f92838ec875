package dev.userdeck.internal.idna;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Unicode says of each code point, as far as names and addresses need it: made from ICU4J when this project is built,
 * so that a key is the same on each Java, whose own tables are of different versions of Unicode.
 */
final class UnicodeTable {
    /** The only one. */
    static final UnicodeTable UNICODE = load();

    private static final int MAPPED = 1;
    private static final int DISALLOWED = 2;
    private static final int VIRAMA = 9;

    private final String version;

    private final int[] starts;
    private final int[] properties;
    private final Map<Integer, int[]> mappings = new HashMap<>();
    private final Map<Integer, Integer> lowerCases = new HashMap<>();
    private final Map<Integer, int[]> decompositions = new HashMap<>();
    private final Map<Long, Integer> compositions = new HashMap<>();

    private UnicodeTable(TableReader in) throws IOException {
        this.version = in.text();
        int[] kinds = new int[in.number()];
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = in.number();
        }
        int runs = in.number();
        this.starts = new int[runs];
        this.properties = new int[runs];
        int start = 0;
        for (int i = 0; i < runs; i++) {
            starts[i] = start;
            start += in.number();
            properties[i] = kinds[in.number()];
        }
        readMappings(in);
        readLowerCases(in);
        readDecompositions(in);
    }

    private static UnicodeTable load() {
        try (InputStream bytes = UnicodeTable.class.getResourceAsStream("unicode.bin")) {
            if (bytes == null) {
                throw new IllegalStateException("unicode.bin is missing beside " + UnicodeTable.class.getName());
            }
            try (var in = new TableReader(bytes)) {
                return new UnicodeTable(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("unicode.bin can't be read", e);
        }
    }

    private void readMappings(TableReader in) throws IOException {
        int c = 0;
        for (int left = in.number(); left > 0; left--) {
            c += in.number();
            int[] target = new int[in.number()];
            int from = c;
            for (int i = 0; i < target.length; i++) {
                from += in.signed();
                target[i] = from;
            }
            mappings.put(c, target);
        }
    }

    private void readLowerCases(TableReader in) throws IOException {
        int c = 0;
        for (int left = in.number(); left > 0; left--) {
            c += in.number();
            lowerCases.put(c, c + in.signed());
        }
    }

    private void readDecompositions(TableReader in) throws IOException {
        int c = 0;
        for (int left = in.number(); left > 0; left--) {
            c += in.number();
            int form = in.number();
            int first = c + in.signed();
            if (form == 0) {
                decompositions.put(c, new int[] {first});
                continue;
            }
            int second = in.number();
            decompositions.put(c, new int[] {first, second});
            if (form == 1) {
                compositions.put(pair(first, second), c);
            }
        }
    }

    private static long pair(int first, int second) {
        return (long) first << 32 | second;
    }

    /** Of Unicode, as "18.0". */
    String version() {
        return version;
    }

    private int properties(int c) {
        int at = Arrays.binarySearch(starts, c);
        return properties[at >= 0 ? at : -at - 2];
    }

    /** Whether UTS #46 lets it stand in a label as it is. */
    boolean isValid(int c) {
        return (properties(c) & 3) == 0;
    }

    /** Whether UTS #46 lets it stand nowhere in a name. */
    boolean isDisallowed(int c) {
        return (properties(c) & 3) == DISALLOWED;
    }

    /** What UTS #46 puts in its place; null if it stays. */
    int @Nullable [] mapping(int c) {
        return (properties(c) & 3) == MAPPED ? mappings.get(c) : null;
    }

    BidiClass bidiClass(int c) {
        return BidiClass.of(properties(c) >> 2 & 7);
    }

    JoiningType joiningType(int c) {
        return JoiningType.of(properties(c) >> 5 & 7);
    }

    boolean isMark(int c) {
        return (properties(c) >> 8 & 1) == 1;
    }

    /** Assigned, and neither space, control, format nor half of a pair. */
    boolean isText(int c) {
        return (properties(c) >> 9 & 1) == 1;
    }

    /** Its canonical combining class. */
    int combiningClass(int c) {
        return properties(c) >> 10;
    }

    boolean isVirama(int c) {
        return combiningClass(c) == VIRAMA;
    }

    /** The small letter of a capital one; else the same. */
    int lowerCase(int c) {
        return lowerCases.getOrDefault(c, c);
    }

    /** Its canonical decomposition, by one step; null for none. Hangul syllables aren't in the table. */
    int @Nullable [] decomposition(int c) {
        return decompositions.get(c);
    }

    /** What two compose to, -1 for nothing. Hangul syllables aren't in the table. */
    int composition(int first, int second) {
        return compositions.getOrDefault(pair(first, second), -1);
    }
}
