package dev.userdeck.data;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.error.UserdeckException;
import org.apiguardian.api.API;

/**
 * A file can't be imported, or not further, as a whole: it is not in UTF-8, its columns are unknown, it is another file than
 * the one that this import began with, or the same import runs elsewhere. What was committed before stays.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class ImportRefusedException extends UserdeckException {
    private static final long serialVersionUID = 1L;
    private final String code;

    /** Creates it with a stable word and a message that names the way out. */
    public ImportRefusedException(String code, String message) {
        super(message);
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
