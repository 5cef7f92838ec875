package dev.userdeck.error;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** A recipe keeps a user from what was to be done; nothing was written. The message says why, for people. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class VetoedException extends UserdeckException {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final String words;

    /**
     * Creates the exception.
     *
     * @param reason the same word for the same reason
     * @param message why, for people
     */
    public VetoedException(String reason, String message) {
        super(message);
        this.reason = reason;
        this.words = message;
    }

    /** Returns the reason, in words for people. */
    @Override
    public String getMessage() {
        return words;
    }

    /** The same word for the same reason, such as {@code last-holder}. */
    public String reason() {
        return reason;
    }

    @Override
    public String code() {
        return "vetoed";
    }
}
