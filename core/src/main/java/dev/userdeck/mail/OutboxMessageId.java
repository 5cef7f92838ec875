package dev.userdeck.mail;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Objects;
import org.apiguardian.api.API;

/**
 * Names a mail in the outbox; grows with time.
 *
 * @param value the id as stored, at most 36 characters
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record OutboxMessageId(String value) {

    /** Checks that it is there. */
    public OutboxMessageId {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return value;
    }
}
