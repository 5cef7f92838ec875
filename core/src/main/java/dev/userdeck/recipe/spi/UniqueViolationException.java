package dev.userdeck.recipe.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.error.UserdeckException;
import org.apiguardian.api.API;

/** A unique index or primary key refused a row; that unit of work wrote nothing. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class UniqueViolationException extends UserdeckException {
    private static final long serialVersionUID = 1L;

    public UniqueViolationException(Throwable cause) {
        super("A unique index or primary key refused a row", cause);
    }

    @Override
    public String code() {
        return "duplicate";
    }
}
