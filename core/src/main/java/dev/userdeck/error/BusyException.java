package dev.userdeck.error;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** Too much work of one kind is under way, so this was refused before it began. Try again in a moment. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class BusyException extends UserdeckException {
    private static final long serialVersionUID = 1L;

    /** Creates it with a message that names the work. */
    public BusyException(String message) {
        super(message);
    }

    @Override
    public String code() {
        return "busy";
    }
}
