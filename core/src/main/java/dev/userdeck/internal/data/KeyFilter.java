package dev.userdeck.internal.data;

import java.util.ArrayList;
import java.util.List;

/**
 * Which keys were seen before: says so of each that was, and of one in ten thousand others (a Bloom filter, Bloom 1970). Takes
 * 4 bytes for each key, however many there are: more than one filter when one is full.
 */
final class KeyFilter {
    private static final int BITS = 32;
    private static final int HASHES = 6;
    private static final int FIRST = 1 << 14;
    private static final int MOST = 1 << 20;

    private final List<long[]> filters = new ArrayList<>();
    private int room;

    void add(long key) {
        if (room == 0) {
            int keys = Math.min(MOST, FIRST << (2 * filters.size()));
            filters.add(new long[keys / (Long.SIZE / BITS)]);
            room = keys;
        }
        room--;
        long[] last = filters.get(filters.size() - 1);
        for (int i = 0; i < HASHES; i++) {
            int bit = bit(key, i, last);
            last[bit >>> 6] |= 1L << bit;
        }
    }

    boolean mayHave(long key) {
        return filters.stream().anyMatch(filter -> mayHave(filter, key));
    }

    private static boolean mayHave(long[] filter, long key) {
        for (int i = 0; i < HASHES; i++) {
            int bit = bit(key, i, filter);
            if ((filter[bit >>> 6] & 1L << bit) == 0) {
                return false;
            }
        }
        return true;
    }

    /** As keys are random already, their halves are two hashes, of which the others are made (Kirsch and Mitzenmacher 2006). */
    private static int bit(long key, int i, long[] filter) {
        int hash = (int) key + i * ((int) (key >>> 32) | 1);
        return hash & (filter.length * Long.SIZE - 1);
    }
}
