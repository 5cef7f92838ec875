package dev.userdeck.data;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.error.FieldError;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A row of a file that could not be imported. Nothing of it was written.
 *
 * @param row the line where it begins, from 1; in a {@linkplain DataFormat#JSON_DOCUMENT document} the user's number
 * @param errors what is wrong with which field, and how to mend it; repeats a status, a role or a time, but never an address,
 *     a number or a hash
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record RefusedRow(long row, List<FieldError> errors) {

    /** Copies the list. */
    public RefusedRow {
        errors = List.copyOf(errors);
    }
}
