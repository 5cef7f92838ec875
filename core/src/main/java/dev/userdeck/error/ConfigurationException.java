package dev.userdeck.error;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The library was put together wrongly; the message says what to call. Thrown at start only. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class ConfigurationException extends UserdeckException {
    private static final long serialVersionUID = 1L;

    public ConfigurationException(String message) {
        super(message);
    }

    public ConfigurationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "configuration";
    }
}
