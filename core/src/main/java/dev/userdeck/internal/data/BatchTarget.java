package dev.userdeck.internal.data;

import dev.userdeck.data.ImportProgress;
import dev.userdeck.recipe.spi.ForeignKeyViolationException;
import dev.userdeck.recipe.spi.UniqueViolationException;
import java.io.IOException;
import java.util.function.Supplier;

/** Where batches go: into the database, or into a dry run. */
interface BatchTarget extends AutoCloseable {
    int MAX_TRIES = 5;

    /**
     * Takes a batch, and tells the listener of each row that is refused.
     *
     * @param before what was done before
     */
    ImportProgress write(ReadBatch batch, ImportProgress before) throws IOException;

    /** Whether rows of the batches so far wait until the file is read to its end. */
    default boolean hasMore() {
        return false;
    }

    /** Takes some of those that wait, as many as a batch has or a few more. */
    default ImportProgress goOn(ImportProgress before) throws IOException {
        return before;
    }

    /** Lets go of what it keeps beside the database. */
    @Override
    default void close() {}

    /** Does it again when someone else took something meanwhile: then it shows, and that row is refused. */
    static <T> T insisting(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (UniqueViolationException | ForeignKeyViolationException e) {
                if (attempt == MAX_TRIES) {
                    throw e;
                }
            }
        }
    }
}
