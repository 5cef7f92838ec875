package dev.userdeck.data;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** Hears of an import while it runs, on its thread. What a method throws ends the import. */
@API(status = EXPERIMENTAL, since = "0.1")
public interface ImportListener {

    /** Returns a listener that doesn't care. */
    static ImportListener none() {
        return new ImportListener() {};
    }

    /**
     * A row was refused. Told before the batch of the row is committed, so that no refusal is lost when the process is
     * killed; the rows of such a batch are told again when the import goes on.
     */
    default void refused(RefusedRow row) {}

    /** A batch is done: committed, or rolled back if it is a dry run. */
    default void progressed(ImportProgress progress) {}
}
