package dev.userdeck.internal.data;

import dev.userdeck.data.ImportListener;
import dev.userdeck.data.ImportProgress;
import dev.userdeck.internal.data.RowReader.Read;
import dev.userdeck.internal.storage.JooqDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does everything and rolls it back, batch by batch, so that nothing is locked for long. A row that may have to do with one of
 * an earlier batch waits until the end: then all rows that have to do with each other are done again, in their order and in one
 * transaction, as what they say was rolled back. So each row is told of as the real run will.
 */
final class DryRun implements BatchTarget {
    private final JooqDatabase jooq;
    private final RowsWriter writer;
    private final RowReader reader;
    private final ImportListener listener;
    private final RowKeys digests = new RowKeys();
    private final RowSpool spool = new RowSpool();
    private @Nullable KeyFilter seen = new KeyFilter();
    private boolean isBegun;
    private boolean isLast;
    /** The rows to be done again, and how many of them are; null before the first. */
    private long @Nullable [] order;

    private int settledTo;

    DryRun(JooqDatabase jooq, RowsWriter writer, RowReader reader, ImportListener listener) {
        this.jooq = jooq;
        this.writer = writer;
        this.reader = reader;
        this.listener = listener;
    }

    /** Rolls back what led to a result. */
    private static final class DoneException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Object result;

        DoneException(Object result) {
            super("This was a dry run", null, false, false);
            this.result = result;
        }
    }

    @SuppressWarnings("unchecked")
    private <T> T rolledBack(Supplier<T> work) {
        return BatchTarget.insisting(() -> {
            try {
                return jooq.write(db -> {
                    throw new DoneException(work.get());
                });
            } catch (DoneException e) {
                return (T) e.result;
            }
        });
    }

    /**
     * What became of a batch.
     *
     * @param keys of the rows that can be read
     * @param waiting which of them may have to do with earlier ones
     */
    private record Judged(List<Read> readable, List<long[]> keys, BitSet waiting, Tally tally) {}

    @Override
    public ImportProgress write(ReadBatch batch, ImportProgress before) throws IOException {
        boolean isOnly = batch.isEnd() && !isBegun;
        isBegun = true;
        Judged judged = rolledBack(() -> isOnly ? all(batch.rows()) : judge(batch.rows()));
        if (!isOnly) {
            keep(judged);
        }
        tell(judged.tally());
        isLast = batch.isLast();
        int rows = batch.rows().size() - judged.waiting().cardinality();
        return judged.tally().added(before, rows, isLast && !spool.hasWaiting());
    }

    private Judged all(List<Read> rows) {
        return new Judged(List.of(), List.of(), new BitSet(), writer.write(rows));
    }

    private Judged judge(List<Read> rows) {
        List<Read> readable =
                rows.stream().filter(row -> row.errors().isEmpty()).toList();
        List<long[]> keys = jooq.join(db -> writer.keys(db, readable)).stream()
                .map(digests::of)
                .toList();
        var waiting = new BitSet();
        Set<Read> later = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Long> keysOfWaiting = new HashSet<>();
        for (int i = 0; i < readable.size(); i++) {
            if (isRelated(keys.get(i), keysOfWaiting)) {
                waiting.set(i);
                later.add(readable.get(i));
                for (long key : keys.get(i)) {
                    keysOfWaiting.add(key);
                }
            }
        }
        List<Read> now = rows.stream().filter(row -> !later.contains(row)).toList();
        return new Judged(readable, keys, waiting, writer.write(now));
    }

    private boolean isRelated(long[] keys, Set<Long> keysOfWaiting) {
        for (long key : keys) {
            if (keysOfWaiting.contains(key) || (seen != null && seen.mayHave(key))) {
                return true;
            }
        }
        return false;
    }

    private void keep(Judged judged) {
        for (int i = 0; i < judged.readable().size(); i++) {
            Read read = judged.readable().get(i);
            long[] keys = judged.keys().get(i);
            spool.add(
                    read.row(),
                    reader.values(read.row()),
                    keys,
                    judged.waiting().get(i));
            for (long key : keys) {
                if (seen != null) {
                    seen.add(key);
                }
            }
        }
        spool.endBatch();
    }

    private void tell(Tally tally) {
        tally.refusals().forEach(listener::refused);
    }

    @Override
    public boolean hasMore() {
        return order == null ? spool.hasWaiting() : settledTo < order.length;
    }

    /** Does the rows again that have to do with those that wait, as many groups at once as make a batch. */
    @Override
    public ImportProgress goOn(ImportProgress before) throws IOException {
        if (order == null) {
            seen = null; // its memory is needed
            order = spool.related().inGroups();
        }
        int to = endOfGroups(order, settledTo);
        int[] rows = inRounds(order, settledTo, to);
        settledTo = to;
        var told = new Told();
        try {
            ImportProgress then = rolledBack(() -> settled(rows, before, told));
            return new ImportProgress(
                    then.rows(),
                    then.created(),
                    then.updated(),
                    then.unchanged(),
                    then.refused(),
                    isLast && !hasMore(),
                    then.notes());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** How far refusals were told: not again when the rows are done again. */
    private static final class Told {
        private int to;
    }

    private static int endOfGroups(long[] order, int from) {
        int to = from;
        while (to < order.length && to - from < ImportBatch.MAX_USERS) {
            long group = order[to] >>> Integer.SIZE;
            while (to < order.length && order[to] >>> Integer.SIZE == group) {
                to++;
            }
        }
        return to;
    }

    /** The first rows of all groups, then the second ones: those of one round are written together, as they share nothing. */
    private static int[] inRounds(long[] order, int from, int to) {
        long[] rounds = new long[to - from];
        int first = from;
        for (int i = from; i < to; i++) {
            first = order[i] >>> Integer.SIZE == order[first] >>> Integer.SIZE ? first : i;
            rounds[i - from] = (long) (i - first) << Integer.SIZE | (int) order[i];
        }
        Arrays.sort(rounds);
        return Arrays.stream(rounds).mapToInt(row -> (int) row).toArray();
    }

    private ImportProgress settled(int[] order, ImportProgress before, Told told) {
        ImportProgress progress = before;
        for (int begin = 0; begin < order.length; begin += ImportBatch.MAX_USERS) {
            int end = Math.min(order.length, begin + ImportBatch.MAX_USERS);
            var rows = new ArrayList<Read>();
            Set<Long> waited = new HashSet<>();
            for (int i = begin; i < end; i++) {
                Read read = again(order[i]);
                rows.add(read);
                if (spool.isWaiting(order[i])) {
                    waited.add(read.row().number());
                }
            }
            Tally tally = writer.write(rows);
            if (end > told.to) {
                told.to = end;
                tally.refusals().stream()
                        .filter(row -> waited.contains(row.row()))
                        .forEach(listener::refused);
            }
            progress = tally.added(progress, waited.size(), false, waited::contains);
        }
        return progress;
    }

    private Read again(int row) {
        try {
            return reader.read(spool.row(row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        spool.close();
    }
}
