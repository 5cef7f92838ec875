package dev.userdeck.internal.data;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows that have to do with each other, by the keys that they share: the groups with a row that has to wait, in the order of
 * the file. Rows are numbered from 0.
 */
final class RelatedRows {
    /** By row: another one of the same group that comes before it, or itself. */
    private final int[] group;

    private final BitSet found = new BitSet();
    /** Keys of the rows that wait, open addressing; the row that has it, plus one. */
    private final long[] keys;

    private final int[] rowOfKey;

    /**
     * Creates it.
     *
     * @param rows how many there are
     * @param most how many keys those that wait have
     */
    RelatedRows(int rows, int most) {
        group = new int[rows];
        Arrays.setAll(group, row -> row);
        int slots = Math.toIntExact(Math.min(Integer.MAX_VALUE - 8L, most + most / 4L + 8L));
        keys = new long[slots];
        rowOfKey = new int[slots];
    }

    /** A row that waits; all of these come first. */
    void addWaiting(int row, long[] its) {
        found.set(row);
        for (long key : its) {
            int slot = slot(key);
            if (rowOfKey[slot] == 0) {
                keys[slot] = key;
                rowOfKey[slot] = row + 1;
            } else {
                join(row, rowOfKey[slot] - 1);
            }
        }
    }

    /** A row with its keys. */
    static final class Row {
        private final int number;
        private final long[] keys;

        Row(int number, long[] keys) {
            this.number = number;
            this.keys = keys;
        }

        int number() {
            return number;
        }

        long[] keys() {
            return keys;
        }
    }

    /**
     * The rows of a batch that don't wait: they have a key in common with those that do, or within the batch. Not with one of
     * another batch, as the later of the two would wait.
     */
    void addOthers(List<Row> batch) {
        Map<Long, Integer> near = new HashMap<>();
        boolean isMore = true;
        while (isMore) {
            isMore = false;
            for (Row row : batch) {
                if (!found.get(row.number()) && isRelated(row, near)) {
                    addOther(row, near);
                    isMore = true;
                }
            }
        }
    }

    private boolean isRelated(Row row, Map<Long, Integer> near) {
        for (long key : row.keys()) {
            if (near.containsKey(key) || rowOfKey[slot(key)] != 0) {
                return true;
            }
        }
        return false;
    }

    private void addOther(Row row, Map<Long, Integer> near) {
        found.set(row.number());
        for (long key : row.keys()) {
            int waiting = rowOfKey[slot(key)];
            if (waiting != 0) {
                join(row.number(), waiting - 1);
            }
            Integer other = near.putIfAbsent(key, row.number());
            if (other != null) {
                join(row.number(), other);
            }
        }
    }

    private int slot(long key) {
        int slot = (int) Math.multiplyHigh(key >>> 1, 2L * keys.length);
        while (rowOfKey[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 == keys.length ? 0 : slot + 1;
        }
        return slot;
    }

    private void join(int one, int other) {
        int first = first(one);
        int second = first(other);
        group[Math.max(first, second)] = Math.min(first, second);
    }

    private int first(int row) {
        int first = row;
        while (group[first] != first) {
            group[first] = group[group[first]];
            first = group[first];
        }
        return first;
    }

    /** All that are related, group by group: the first row of the group in the upper half, the row in the lower one. */
    long[] inGroups() {
        long[] all = new long[found.cardinality()];
        int at = 0;
        for (int row = found.nextSetBit(0); row >= 0; row = found.nextSetBit(row + 1)) {
            all[at++] = (long) first(row) << 32 | row;
        }
        Arrays.sort(all);
        return all;
    }
}
