package dev.userdeck.error;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The database refused or could not answer. Trying again makes sense only if {@link #retryable()}. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class StorageException extends UserdeckException {
    private static final long serialVersionUID = 1L;
    private static final String DAMAGED = "the database says that what it stored is damaged. Trying again won't help:"
            + " check it, then rebuild or restore it (docs/databases.md, \"A damaged file\")";

    private final boolean retryable;
    private final boolean damaged;

    /**
     * Creates the exception.
     *
     * @param action what was tried, as in "create a user"
     * @param retryable whether nothing was written and the same call may succeed
     */
    public StorageException(String action, boolean retryable, @Nullable Throwable cause) {
        this(action, retryable, false, cause);
    }

    private StorageException(String action, boolean retryable, boolean damaged, @Nullable Throwable cause) {
        super("Could not " + action, cause);
        this.retryable = retryable;
        this.damaged = damaged;
    }

    /**
     * Creates one of a database that says that its own files are damaged. It isn't {@link #retryable()}, and its code is
     * {@code storage-damaged}.
     *
     * @param action what was tried, as in "create a user"
     */
    public static StorageException damaged(String action, Throwable cause) {
        return new StorageException(action + ": " + DAMAGED, false, true, cause);
    }

    /** Whether nothing was written and the same call may succeed. */
    public boolean retryable() {
        return retryable;
    }

    /**
     * Whether the database says that what it stored is damaged. Nothing but an administrator mends that, by a check and by
     * rebuilding or restoring what is broken; {@code docs/databases.md} says how.
     */
    public boolean damaged() {
        return damaged;
    }

    /** {@code storage-damaged} if it is {@link #damaged()}, else {@code storage-unavailable}. */
    @Override
    public String code() {
        return damaged ? "storage-damaged" : "storage-unavailable";
    }
}
