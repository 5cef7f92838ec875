package dev.userdeck.error;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The root of what Userdeck throws when a caller can only give up. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class UserdeckException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates it with a message that names the thing and the way out. */
    protected UserdeckException(String message) {
        super(message);
    }

    /** The same with a cause, which is kept. */
    protected UserdeckException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** A stable word for programs; messages may change. */
    public abstract String code();
}
