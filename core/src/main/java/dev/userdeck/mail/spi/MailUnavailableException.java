package dev.userdeck.mail.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.error.UserdeckException;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * No mail can be sent now: the server is down, slow or busy, or it wants other settings than the app has, such as a login.
 * The mail is as good as any, and waits.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class MailUnavailableException extends UserdeckException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param answer what went wrong, for operators to read
     */
    public MailUnavailableException(String answer, @Nullable Throwable cause) {
        super(answer, cause);
    }

    @Override
    public String code() {
        return "mail-unavailable";
    }
}
