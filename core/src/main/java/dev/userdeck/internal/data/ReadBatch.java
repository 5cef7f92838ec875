package dev.userdeck.internal.data;

import dev.userdeck.internal.data.RowReader.Read;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch as it is written.
 *
 * @param rows see {@link ImportBatch}
 * @param digest of all rows of the file up to the last of these
 * @param isLast whether the file ends behind them
 * @param brokenOff the row behind them within which the file breaks off, if it does
 */
record ReadBatch(
        List<Read> rows,
        String digest,
        boolean isLast,
        @Nullable ImportRow brokenOff) {

    /** Whether there is no next one. */
    boolean isEnd() {
        return isLast || brokenOff != null;
    }
}
