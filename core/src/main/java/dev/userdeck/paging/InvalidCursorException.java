package dev.userdeck.paging;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.error.UserdeckException;
import org.apiguardian.api.API;

/** A cursor was made for another query, by another version, or changed on its way. Start again without one. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class InvalidCursorException extends UserdeckException {
    private static final long serialVersionUID = 1L;

    /** Creates it with the fixed message. */
    public InvalidCursorException() {
        super("The cursor does not belong to this query; ask again without one");
    }

    @Override
    public String code() {
        return "cursor-invalid";
    }
}
