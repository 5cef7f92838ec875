package dev.userdeck.internal.data;

import dev.userdeck.internal.data.RowReader.Read;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rows that are written in one transaction. No two are about the same user, so that a later one meets what an earlier one made. */
final class ImportBatch {
    static final int MAX_USERS = 500;
    private static final int MAX_ROWS = 1_000;
    private static final int MAX_BYTES = 1024 * 1024;

    private final List<Read> rows = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private int users;
    private long bytes;

    /** Whether the row has to wait for the next batch. */
    boolean isFullFor(Read row) {
        if (users == MAX_USERS || rows.size() == MAX_ROWS || bytes >= MAX_BYTES) {
            return true;
        }
        return row.incoming() != null && row.incoming().keys().stream().anyMatch(keys::contains);
    }

    void add(Read row) {
        rows.add(row);
        bytes += row.row().size();
        if (row.incoming() != null) {
            users++;
            keys.addAll(row.incoming().keys());
        }
    }

    List<Read> rows() {
        return rows;
    }
}
