package dev.userdeck.mail.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.error.UserdeckException;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * This mail can't be sent now, others may be: its recipient's server asks for patience (greylisting, RFC 6647), or the
 * mailbox is full.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class MailDeferredException extends UserdeckException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param answer what the server said, for operators to read
     */
    public MailDeferredException(String answer, @Nullable Throwable cause) {
        super(answer, cause);
    }

    @Override
    public String code() {
        return "mail-deferred";
    }
}
