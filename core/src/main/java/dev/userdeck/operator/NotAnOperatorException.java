package dev.userdeck.operator;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.error.UserdeckException;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is signed in to the host's app, and is no operator. Thrown by the host's function that tells who works in the
 * dashboard, so that the dashboard says this and not that nobody is signed in.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class NotAnOperatorException extends UserdeckException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String name;

    /** Doesn't tell who it is. */
    public NotAnOperatorException() {
        this(null);
    }

    /**
     * Tells who it is.
     *
     * @param name what this person is called, as a name or an email, shown to this very person; null for unknown
     */
    public NotAnOperatorException(@Nullable String name) {
        super("Signed in, but no operator");
        this.name = name;
    }

    /** What this person is called. */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    @Override
    public String code() {
        return "not-an-operator";
    }
}
