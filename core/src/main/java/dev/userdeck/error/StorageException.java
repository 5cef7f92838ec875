package dev.userdeck.error;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** The database refused or could not answer. Trying again makes sense only if {@link #retryable()}. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class StorageException extends UserdeckException {
    private static final long serialVersionUID = 1L;

    private final boolean retryable;

    /**
     * Creates it.
     *
     * @param action what was tried, as in "create a user"
     * @param retryable whether nothing was written and the same call may succeed
     */
    public StorageException(String action, boolean retryable, Throwable cause) {
        super("Could not " + action, cause);
        this.retryable = retryable;
    }

    /** Whether nothing was written and the same call may succeed. */
    public boolean retryable() {
        return retryable;
    }

    @Override
    public String code() {
        return "storage-unavailable";
    }
}
