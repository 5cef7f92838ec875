package dev.userdeck.internal.data;

import dev.userdeck.internal.data.RowReader.Read;
import java.util.ArrayList;
import java.util.List;

/** Rows that are written in one transaction. */
final class ImportBatch {
    static final int MAX_USERS = 500;
    private static final int MAX_ROWS = 1_000;
    private static final int MAX_BYTES = 1024 * 1024;

    private final List<Read> rows = new ArrayList<>();
    private int users;
    private long bytes;

    /** Whether the next row has to wait for the next batch. */
    boolean isFull() {
        return users == MAX_USERS || rows.size() == MAX_ROWS || bytes >= MAX_BYTES;
    }

    void add(Read row) {
        rows.add(row);
        bytes += row.row().size();
        if (row.incoming() != null) {
            users++;
        }
    }

    List<Read> rows() {
        return rows;
    }
}
