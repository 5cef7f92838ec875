package dev.userdeck.internal.data;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one by one. A row that can't be read doesn't keep the next ones from being read. */
interface RowSource {

    /** The next row; null at the end. */
    @Nullable
    ImportRow next() throws IOException;
}
